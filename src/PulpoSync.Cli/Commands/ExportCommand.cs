using System.CommandLine;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync export [NAME…]</c></summary>
internal static class ExportCommand
{
    private static readonly Argument<string[]> Names = NameArguments.Any("Integrations, with wildcards (* and ?); none: all, and every credential.");
    private static readonly Option<FileInfo?> Output = new("--output", "-o") { Description = "Write into a file that only you may read, instead of to the screen.", HelpName = "FILE" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file where it is there." };

    public static Command Create(CliContext context) =>
        new Command("export", "Writes integrations and the credentials that they use as a file for 'pulposync import'. No secret is in it, only where each is kept.")
        {
            Names, Output, Force,
        }.Does(context, ExportAsync);

    private static async Task<int> ExportAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var names = call.Get(Names) ?? [];
        if (call.Get(Output) is not { } file)
        {
            call.Context.Out.Write(runtime.Export(names));
            return ExitCodes.Finished;
        }

        runtime.ExportTo(file.FullName, names, call.Get(Force));
        call.WriteDone("exported", file.FullName, $"Wrote {file.FullName}");
        return ExitCodes.Finished;
    }
}
