using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Kills;

/// <summary>How often an undisturbed run passes each point, so that moments can be drawn over the whole of it, whatever the machine's speed.</summary>
internal sealed record Pace(int Requests, int Prepares, int Commits, IReadOnlyDictionary<string, int> Operations, TimeSpan Duration)
{
    private static readonly OutcomeKind[] Writes = [OutcomeKind.Created, OutcomeKind.Updated, OutcomeKind.Cancelled];

    /// <summary>Runs undisturbed and counts.</summary>
    public static async Task<Pace> OfAsync(Rehearsal rehearsal)
    {
        rehearsal.Sandbox.Traffic.Reset();
        var run = await rehearsal.RunAsync();
        Assert.Contains(run.Status, new[] { RunStatus.Finished, RunStatus.FinishedPartially });
        var (prepares, commits, writes) = (0, 0, false);
        foreach (var happened in rehearsal.Events)
        {
            if (happened is RecordSettled settled) writes |= Writes.Contains(settled.Kind);
            if (happened is not PageCommitted) continue;
            commits++;
            if (writes) prepares++;
            writes = false;
        }

        var traffic = rehearsal.Sandbox.Traffic;
        return new Pace(traffic.Total, prepares, commits, traffic.ByOperation, run.Duration!.Value);
    }

    /// <summary>How often a point is passed.</summary>
    public int Of(KillPoint point, string? operation) => point switch
    {
        KillPoint.AnyMoment => Requests,
        KillPoint.Prepared => Prepares,
        KillPoint.Committing or KillPoint.Committed => Commits,
        _ => Operations[$"pulpo {operation}"],
    };
}
