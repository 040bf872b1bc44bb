using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Diagnostics;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>Carries out what the plans of a page ask for in one round: durable first, then the foreign call, then what its results mean.</summary>
/// <param name="scope">What all parts of the run share.</param>
/// <param name="flow">Flow.</param>
/// <param name="destination">Destination.</param>
/// <param name="acknowledges">True where the source wants to be told of the results.</param>
/// <param name="lease">Lease; null for a preview.</param>
internal sealed class PageWriter<TRecord>(RunScope scope, IFlow<TRecord> flow, IDestination<TRecord> destination, bool acknowledges, LeaseKeeper? lease)
{
    private readonly Settlement _settlement = new(scope, flow.Fingerprint);

    /// <summary>Writes.</summary>
    /// <param name="open">Records that are planned.</param>
    /// <param name="turn">Given to other pages while the destination is at work.</param>
    /// <returns>Why the run cannot go on: no write of the batch has a known outcome. Null: it can.</returns>
    public async Task<Failure?> WriteAsync(List<RecordWork<TRecord>> open, Turn turn)
    {
        var items = new List<(RecordWork<TRecord> Work, PlannedWrite<TRecord> Write, bool WasParked)>();
        foreach (var work in open)
        {
            foreach (var write in work.Plan!.Writes)
            {
                var row = work.Row(write.Part);
                if (scope.IsPreview) work.Outcomes.Add(Preview(work, write));
                else if (work.IsRefused(write.Part)) continue;
                else if (IsNotDue(row, write)) work.Outcomes.Add(Settlement.NotDue(row!));
                else items.Add((work, write, row is { State: LedgerState.Parked }));
            }

            work.IsDone = scope.IsPreview || work.Plan.IsFinal || items.Count == 0 || items[^1].Work != work;
        }

        if (items.Count == 0) return null;
        foreach (var (work, write, _) in items) work.Set(_settlement.Prepare(work.Key, write, work.Row(write.Part)));
        scope.Store.Prepare(lease!.Current, [.. open.SelectMany(work => work.Changed)]);
        HaltPoint.Reach(HaltPoint.Prepared);

        // The write in flight is never cancelled from outside: its outcome has to be known. The HTTP layer bounds it in time.
        var references = scope.Refs(items.ConvertAll(item => item.Work.Row(item.Write.Part)!));
        var batch = items.Zip(references, (item, reference) => new Write<TRecord>(item.Write.Operation, reference, item.Write.Record)).ToList();
        var results = await turn.AwayAsync(() => destination.WriteAsync(batch, CancellationToken.None)).ConfigureAwait(false);
        return Settle(items, results);
    }

    private Failure? Settle(List<(RecordWork<TRecord> Work, PlannedWrite<TRecord> Write, bool WasParked)> items, IReadOnlyList<WriteResult> results)
    {
        var unsettled = 0;
        for (var i = 0; i < items.Count; i++)
        {
            var (work, write, wasParked) = items[i];
            var row = work.Row(write.Part)!;
            var settled = _settlement.After(row, write, results[i], wasParked);
            var next = settled.Outcome is null ? flow.Learn(settled.Row, results[i]) : settled.Row;
            work.Set(acknowledges ? Acknowledgement<TRecord>.Mark(row, next, results[i]) : next);
            if (settled.Outcome is not null) work.Outcomes.Add(settled.Outcome);
            // Refused because work has begun: planned again.
            if (settled.Outcome is null) work.IsDone = false;
            if (settled.Warning is not null) work.Warn(settled.Row.Reason ?? "Shortened", row.Number, settled.Warning);
            if (settled.IsUnsettled) unsettled++;
        }

        // All of them: a bad day, the run ends. Some of them: the trouble is theirs, the others go on.
        return unsettled == items.Count ? results[0].Failure : null;
    }

    // A change in the shop or in the settings is reason enough to try before the time.
    private bool IsNotDue(LedgerRow? row, PlannedWrite<TRecord> write) =>
        !scope.RetryNow && row is { State: LedgerState.Parked, NextTryAt: { } due } && due > scope.Now
        && row.TriedHash == write.Hash && row.Fingerprint == flow.Fingerprint;

    private static RunOutcome Preview(RecordWork<TRecord> work, PlannedWrite<TRecord> write) => new(
        work.Key, write.Part, write.Number, OutcomeKind.Previewed, write.Operation.ToString(), $"Would {write.Operation.ToString().ToLowerInvariant()}: {write.Message}");
}
