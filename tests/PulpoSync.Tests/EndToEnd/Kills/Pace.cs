using PulpoSync.Sandbox;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Tests.EndToEnd.Kills;

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

    /// <summary>Draws moments over the time of the run, one for each point, in a drawn order.</summary>
    /// <param name="random">Draws.</param>
    /// <param name="points">Points, with PULPO's operation for those two that are a request's.</param>
    /// <param name="share">Share of the run in which the moments lie, so that every kill finds a run at work.</param>
    public IReadOnlyList<KillMoment> Draw(Random random, IReadOnlyList<(KillPoint Point, string? Operation)> points, double share)
    {
        var order = points.ToArray();
        random.Shuffle(order);
        var moments = order.Select(_ => random.NextDouble() * share).Order().ToList();
        var page = Duration / Commits;
        return [.. order.Select((point, at) =>
        {
            var since = moments[at] - (at == 0 ? 0 : moments[at - 1]);
            var passed = (int)(since * Of(point.Point, point.Operation));
            return point.Point is KillPoint.AnyMoment
                ? new KillMoment(point.Point, [], passed, page * random.NextDouble())
                : new KillMoment(point.Point, point.Operation is { } operation ? [new Call("pulpo", operation)] : [], passed + 1, TimeSpan.Zero);
        })];
    }

    private int Of(KillPoint point, string? operation) => point switch
    {
        KillPoint.AnyMoment => Requests,
        KillPoint.Prepared => Prepares,
        KillPoint.Committing or KillPoint.Committed => Commits,
        _ => Operations[$"pulpo {operation}"],
    };
}
