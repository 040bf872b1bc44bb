using PulpoSync.Cli.Hosting;

namespace PulpoSync.Cli.Rendering;

/// <summary>Chooses the view.</summary>
internal static class RunViews
{
    public static IRunView For(CliCall call) =>
        call.Json ? new JsonRunView(call)
        : call.Context.IsInteractive ? new ProgressRunView(call.Context.Console, call.Verbose)
        : new PlainRunView(call.Context.Out, call.Verbose);
}
