using System.Runtime.CompilerServices;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Cli.Commands;

/// <summary>Listens to a stream of run events and knows at its end which runs there were and what the exit code is.</summary>
/// <param name="named">True where integrations were named: then it matters that one did not run.</param>
internal sealed class RunResult(bool named)
{
    private readonly List<IntegrationRun> _runs = [];

    public IReadOnlyList<IntegrationRun> Runs => _runs;

    public int ExitCode { get; private set; } = ExitCodes.Finished;

    public async IAsyncEnumerable<RunEvent> Watch(
        IAsyncEnumerable<RunEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            if (happened is RunFinished { Run: var run }) _runs.Add(run);
            ExitCode = ExitCodes.Worst(ExitCode, CodeOf(happened));
            yield return happened;
        }
    }

    private int CodeOf(RunEvent happened) => happened switch
    {
        RunFinished e => ExitCodes.Of(e.Run.Status),
        RunSkipped { Reason: "Held" } when named => ExitCodes.Held,
        // Not due yet, or not before another integration has run.
        RunSkipped when named => ExitCodes.NotDue,
        _ => ExitCodes.Finished,
    };
}
