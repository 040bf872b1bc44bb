using System.CommandLine;
using PulpoSync.Cli.Demo;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync demo</c></summary>
internal static class DemoCommand
{
    private static readonly Option<bool> Keep = new("--keep") { Description = "Keep the demo's store, to look around in it afterwards." };
    private static readonly Option<FileInfo?> RecordTo = new("--record-to")
    {
        Description = "File to which each request and answer is written.", HelpName = "FILE",
    };

    public static Command Create(CliContext context) =>
        new Command("demo", "Shows all of it in seconds: two emulated shops, a Billbee account, a warehouse system, a store of its own.") { Keep, RecordTo }
            .Does(context, (call, stop) => new DemoStory(call, call.Get(Keep), call.Get(RecordTo)?.FullName).TellAsync(stop));
}
