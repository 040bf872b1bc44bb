using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Diagnostics;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>
/// Brings one page of records to durable outcomes: plan, prepare, write, commit. Everything is done per page: one read of the ledger, one call of the
/// destination a round, one transaction.
/// </summary>
internal sealed class PageProcessor<TRecord>(RunScope scope, IFlow<TRecord> flow, IDestination<TRecord> destination, LeaseKeeper? lease, long runId, Tally tally)
{
    // A move needs three rounds, and one more for each delivery that turns out to be too late to change; many more would be a flow that does not come to rest.
    private const int MostRounds = 10;

    private readonly Settlement _settlement = new(scope, flow.Fingerprint);
    private readonly Warnings _warnings = new(scope, runId);

    /// <summary>Processes records.</summary>
    /// <param name="records">Records, each key once.</param>
    /// <param name="unreadable">What the source could not read, per record.</param>
    /// <param name="cursor">New cursor; null: not moved.</param>
    /// <exception cref="FailureException">The destination cannot go on; what was settled is committed, the cursor is not moved.</exception>
    public async Task ProcessAsync(
        IReadOnlyList<TRecord> records, IReadOnlyList<(string Key, string? Number, Failure Failure)> unreadable, string? cursor)
    {
        var rows = scope.Store.Rows(scope.RouteId, [.. records.Select(flow.KeyOf), .. unreadable.Select(item => item.Key)]);
        var works = records.Select(record => Begin(record, rows)).ToList();
        tally.Read(records.Count + unreadable.Count);
        Failure? stop = null;
        for (var round = 0; round < MostRounds && stop is null && works.Exists(work => !work.IsDone); round++)
        {
            var open = works.Where(work => !work.IsDone).ToList();
            foreach (var work in open) await PlanAsync(work).ConfigureAwait(false);
            stop = await WriteAsync(open).ConfigureAwait(false);
        }

        works.AddRange(unreadable.Select(item => Unreadable(item, rows)));
        await CommitAsync(works, stop is null ? cursor : null).ConfigureAwait(false);
        if (stop is not null) throw new FailureException(stop);
    }

    private RecordWork<TRecord> Begin(TRecord record, IReadOnlyDictionary<string, IReadOnlyList<LedgerRow>> rows)
    {
        var key = flow.KeyOf(record);
        return new RecordWork<TRecord>(record, key, flow.NumberOf(record), rows.TryGetValue(key, out var known) ? known : []);
    }

    private async Task PlanAsync(RecordWork<TRecord> work)
    {
        var plan = OtherOwner(work) is { } owner
            ? new Plan<TRecord>
            {
                Decisions =
                [
                    new Decision(
                        null, OutcomeKind.Skipped, LedgerState.Skipped, ReasonCodes.OwnedByOther,
                        $"The integration \"{owner}\" of the same route wrote it first and keeps it."),
                ],
            }
            : flow.Plan(work.Record, work.Rows);
        work.Plan = plan;
        foreach (var (code, message) in plan.Warnings) await _warnings.TellAsync(code, message).ConfigureAwait(false);
        if (plan.IsFinal || scope.IsPreview) Decide(work, plan);
    }

    // The daily twin shares the recurring integration's records; anybody else's stay his.
    private string? OtherOwner(RecordWork<TRecord> work)
    {
        if (scope.Integration.Daily is not null) return null;
        var other = work.Rows.FirstOrDefault(row => row.IsAlive && row.OwnerId != scope.OwnerId)?.OwnerId;
        var owner = other is null ? null : scope.Peers.FirstOrDefault(peer => peer.Id == other);
        return owner is { Daily: null } ? owner.Name : null;
    }

    private void Decide(RecordWork<TRecord> work, Plan<TRecord> plan)
    {
        foreach (var decision in plan.Decisions)
        {
            var part = _settlement.PartOf(decision);
            if (work.HasOutcome(part)) continue;
            var (row, outcome, warning) = _settlement.After(work.Key, work.Number, decision, work.Row(part));
            if (row is not null) work.Set(row);
            work.Outcomes.Add(outcome);
            if (warning is not null) _warnings.Later(decision.Reason!, $"Order {outcome.Number}: {warning}");
        }

        var named = plan.Decisions.Select(_settlement.PartOf).Concat(plan.Writes.Select(write => write.Part)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in work.Rows.Where(row => !named.Contains(row.Part) && IsMineToDrop(row)))
        {
            if (_settlement.GiveUp(row, plan.Decisions.Count > 0 ? plan.Decisions[0] : null) is not { } kept) work.Drop(row.Part);
            else if (row.State is not LedgerState.Skipped) work.Set(kept);
        }

        if (plan.Writes.Count == 0) work.IsDone = true;
    }

    private bool IsMineToDrop(LedgerRow row) =>
        !row.IsAlive && row.State is not LedgerState.Cancelled && (!row.Part.StartsWith('@') || row.Part == $"@{scope.OwnerId}");

    private async Task<Failure?> WriteAsync(List<RecordWork<TRecord>> open)
    {
        var items = new List<(RecordWork<TRecord> Work, PlannedWrite<TRecord> Write, bool WasParked)>();
        foreach (var work in open)
        {
            foreach (var write in work.Plan!.Writes)
            {
                var row = work.Row(write.Part);
                if (scope.IsPreview) work.Outcomes.Add(Preview(work, write));
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
        var batch = items.ConvertAll(item => new Write<TRecord>(item.Write.Operation, scope.Ref(item.Work.Row(item.Write.Part)!), item.Write.Record));
        var results = await destination.WriteAsync(batch, CancellationToken.None).ConfigureAwait(false);
        return Settle(items, results);
    }

    private Failure? Settle(
        List<(RecordWork<TRecord> Work, PlannedWrite<TRecord> Write, bool WasParked)> items, IReadOnlyList<WriteResult> results)
    {
        var unsettled = 0;
        for (var i = 0; i < items.Count; i++)
        {
            var (work, write, wasParked) = items[i];
            var row = work.Row(write.Part)!;
            var settled = _settlement.After(row, write, results[i], wasParked);
            work.Set(settled.Outcome is null ? flow.Learn(settled.Row, results[i]) : settled.Row);
            if (settled.Outcome is not null) work.Outcomes.Add(settled.Outcome);
            // Refused because work has begun: planned again. Refused otherwise: what would come next must wait for it.
            if (settled.Outcome is null) work.IsDone = false;
            else if (settled.Outcome.Kind is not (OutcomeKind.Created or OutcomeKind.Updated or OutcomeKind.Cancelled)) work.IsDone = true;
            if (settled.Warning is not null) _warnings.Later(settled.Row.Reason ?? "Shortened", $"Order {row.Number}: {settled.Warning}");
            if (settled.IsUnsettled) unsettled++;
        }

        // All of them: a bad day, the run ends. Some of them: the trouble is theirs, the others go on.
        return unsettled == items.Count ? results[0].Failure : null;
    }

    private bool IsNotDue(LedgerRow? row, PlannedWrite<TRecord> write) =>
        !scope.RetryNow && row is { State: LedgerState.Parked, NextTryAt: { } due } && row.TriedHash == write.Hash && due > scope.Now;

    private static RunOutcome Preview(RecordWork<TRecord> work, PlannedWrite<TRecord> write) => new(
        work.Key, write.Part, write.Number, OutcomeKind.Previewed, write.Operation.ToString(), $"Would {write.Operation.ToString().ToLowerInvariant()}: {write.Message}");

    private RecordWork<TRecord> Unreadable(
        (string Key, string? Number, Failure Failure) item, IReadOnlyDictionary<string, IReadOnlyList<LedgerRow>> rows)
    {
        var work = new RecordWork<TRecord>(default!, item.Key, item.Number ?? item.Key, rows.TryGetValue(item.Key, out var known) ? known : []);
        var decision = new Decision(null, OutcomeKind.Failed, LedgerState.Parked, item.Failure.Code, scope.Clean(item.Failure).Message);
        var (row, outcome, _) = _settlement.After(work.Key, work.Number, decision, work.Row(_settlement.PartOf(decision)));
        if (row is not null) work.Set(row);
        work.Outcomes.Add(outcome);
        return work;
    }

    private async Task CommitAsync(List<RecordWork<TRecord>> works, string? cursor)
    {
        var outcomes = works.SelectMany(work => work.Outcomes).ToList();
        foreach (var outcome in outcomes) tally.Add(outcome);
        if (!scope.IsPreview)
        {
            scope.Store.Commit(new PageCommit
            {
                RunId = runId,
                IntegrationId = scope.OwnerId,
                Lease = lease!.Current,
                Rows = [.. works.SelectMany(work => work.Changed)],
                Obsolete = [.. works.SelectMany(work => work.Obsolete.Select(part => (work.Key, part)))],
                Outcomes = outcomes,
                Cursor = cursor,
                Counts = tally.Counts,
            });
            HaltPoint.Reach(HaltPoint.Committed);
        }

        await TellAsync(works, cursor).ConfigureAwait(false);
    }

    private async Task TellAsync(List<RecordWork<TRecord>> works, string? cursor)
    {
        await _warnings.FlushAsync().ConfigureAwait(false);
        foreach (var work in works)
        {
            foreach (var outcome in work.Outcomes)
            {
                await scope.Emit(new RecordSettled(
                    scope.Name, scope.Now, outcome.Number, work.Key, outcome.Part, outcome.Kind, outcome.Reason, outcome.Message)
                {
                    Trace = scope.IsPreview ? work.Plan?.Trace ?? [] : [],
                }).ConfigureAwait(false);
            }
        }

        await scope.Emit(new PageCommitted(scope.Name, scope.Now, tally.Counts, cursor)).ConfigureAwait(false);
    }
}
