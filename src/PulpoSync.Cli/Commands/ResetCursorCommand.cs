using System.CommandLine;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync reset-cursor NAME</c></summary>
internal static class ResetCursorCommand
{
    private static readonly Argument<string> Name = NameArguments.One("Integration.");

    public static Command Create(CliContext context) =>
        new Command("reset-cursor", "Lets the next run read from the start again; nothing is doubled.") { Name }
        .Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            var name = call.Get(Name)!;
            runtime.ResetCursor(name);
            call.WriteDone("cursorReset", name, $"The next run of {name} reads its source from the start.");
            return ExitCodes.Finished;
        });
}
