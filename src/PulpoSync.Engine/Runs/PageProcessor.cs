using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Diagnostics;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>
/// Brings one page of records to durable outcomes: plan, prepare, write, commit. Everything is done per page: one read of the ledger, one call of the
/// destination a round, one transaction.
/// </summary>
internal sealed class PageProcessor<TRecord>(
    RunScope scope, IFlow<TRecord> flow, IDestination<TRecord> destination, Acknowledgement<TRecord>? acknowledgement, LeaseKeeper? lease, long runId, Tally tally)
{
    // A move needs three rounds, and one more for each delivery that turns out to be too late to change; many more would be a flow that does not come to rest.
    private const int MostRounds = 10;

    private readonly DecisionBook _book = new(scope, flow.Fingerprint);
    private readonly Warnings _warnings = new(scope, runId);
    private readonly Memory<TRecord>? _memory = scope.IsForgetful && destination is IRecall recall ? new Memory<TRecord>(scope, flow, recall) : null;
    private readonly PageWriter<TRecord> _writer = new(scope, flow, destination, acknowledgement is not null, lease);
    private readonly Turn _turn = new();
    private bool _cursorStays;

    /// <summary>Processes records. Several pages may be under way, each with other records.</summary>
    /// <param name="records">Records, each key once.</param>
    /// <param name="unreadable">What the source could not read, per record.</param>
    /// <param name="cursor">New cursor; null: not moved.</param>
    /// <param name="forget">True where what is noted of the destination's content may no longer hold: everything is compared there.</param>
    /// <param name="before">The page before this one, which is committed first; null: none is under way.</param>
    /// <exception cref="FailureException">The destination cannot go on; what was settled is committed, the cursor is not moved.</exception>
    public Task ProcessAsync(
        IReadOnlyList<TRecord> records, IReadOnlyList<(string Key, string? Number, Failure Failure)> unreadable, string? cursor, bool forget = false,
        Task? before = null) => _turn.TakeAsync(() => InTurnAsync(records, unreadable, cursor, forget, before ?? Task.CompletedTask));

    private async Task InTurnAsync(
        IReadOnlyList<TRecord> records, IReadOnlyList<(string Key, string? Number, Failure Failure)> unreadable, string? cursor, bool forget, Task before)
    {
        var rows = scope.Store.Rows(scope.RouteId, [.. records.Select(flow.KeyOf), .. unreadable.Select(item => item.Key)]);
        var works = records.Select(record => Begin(record, rows, forget)).ToList();
        tally.Read(records.Count + unreadable.Count);
        Failure? stop = null;
        for (var round = 0; round < MostRounds && stop is null && works.Exists(work => !work.IsDone); round++)
        {
            var open = works.Where(work => !work.IsDone).ToList();
            foreach (var work in open) Plan(work);
            if (_memory is not null) foreach (var work in await _memory.RecallAsync(open).ConfigureAwait(false)) Plan(work);
            foreach (var work in open) await DecideAsync(work).ConfigureAwait(false);
            stop = await _writer.WriteAsync(open, _turn).ConfigureAwait(false);
        }

        works.AddRange(unreadable.Select(item => Unreadable(item, rows)));
        // The cursor stays before what has failed, whatever becomes of the pages after it.
        if (!await _turn.AwayAsync(() => SucceedsAsync(before)).ConfigureAwait(false)) _cursorStays = true;
        await CommitAsync(works, stop is null && !_cursorStays ? cursor : null).ConfigureAwait(false);
        if (acknowledgement is not null) await acknowledgement.TellAsync(works).ConfigureAwait(false);
        if (stop is not null) throw new FailureException(stop);
    }

    /// <summary>Tells warnings of the run, each sentence once.</summary>
    public async Task TellAsync(IEnumerable<(string Code, string Message)> warnings)
    {
        foreach (var (code, message) in warnings) await _warnings.TellAsync(code, message).ConfigureAwait(false);
    }

    private static async Task<bool> SucceedsAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return before.IsCompletedSuccessfully;
    }

    private RecordWork<TRecord> Begin(TRecord record, IReadOnlyDictionary<string, IReadOnlyList<LedgerRow>> rows, bool forget)
    {
        var key = flow.KeyOf(record);
        var known = rows.TryGetValue(key, out var there) ? there : [];
        return new RecordWork<TRecord>(record, key, flow.NumberOf(record), forget ? known.Select(row => row with { Hash = null }) : known);
    }

    private void Plan(RecordWork<TRecord> work) =>
        work.Plan = Ownership.Of(scope, work.Rows) is { } owner ? new Plan<TRecord> { Decisions = [Ownership.Left(owner)] } : flow.Plan(work.Record, work.Rows);

    private async Task DecideAsync(RecordWork<TRecord> work)
    {
        await TellAsync(work.Plan!.Warnings).ConfigureAwait(false);
        if (work.Plan.IsFinal || scope.IsPreview) Decide(work, work.Plan);
    }

    private void Decide(RecordWork<TRecord> work, Plan<TRecord> plan)
    {
        foreach (var decision in plan.Decisions)
        {
            var part = _book.PartOf(decision);
            if (work.HasOutcome(part)) continue;
            var (row, outcome, warning) = _book.After(work.Key, work.Number, decision, work.Row(part));
            if (row is not null) work.Set(row);
            work.Outcomes.Add(outcome);
            if (warning is not null) work.Warn(decision.Reason!, outcome.Number, warning);
        }

        var named = plan.Decisions.Select(_book.PartOf).Concat(plan.Writes.Select(write => write.Part)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in work.Rows.Where(row => !named.Contains(row.Part) && IsMineToDrop(row)))
        {
            if (_book.GiveUp(row, plan.Decisions.Count > 0 ? plan.Decisions[0] : null) is not { } kept) work.Drop(row.Part);
            else if (row.State is not LedgerState.Skipped) work.Set(kept);
        }

        if (plan.Writes.Count == 0) work.IsDone = true;
    }

    private bool IsMineToDrop(LedgerRow row) =>
        !row.IsAlive && row.State is not LedgerState.Cancelled && (!row.Part.StartsWith('@') || row.Part == $"@{scope.OwnerId}");

    private RecordWork<TRecord> Unreadable(
        (string Key, string? Number, Failure Failure) item, IReadOnlyDictionary<string, IReadOnlyList<LedgerRow>> rows)
    {
        var work = new RecordWork<TRecord>(default!, item.Key, item.Number ?? item.Key, rows.TryGetValue(item.Key, out var known) ? known : []);
        if (acknowledgement is not null && item.Failure.Code is ReasonCodes.GoneAtSource && Acknowledgement<TRecord>.GiveUp(work, scope.Now)) return work;
        var decision = new Decision(null, OutcomeKind.Failed, LedgerState.Parked, item.Failure.Code, scope.Clean(item.Failure).Message);
        var (row, outcome, _) = _book.After(work.Key, work.Number, decision, work.Row(_book.PartOf(decision)));
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
                Outstanding = Outstanding(works),
                Cursor = cursor,
                Counts = tally.Counts,
            });
            HaltPoint.Reach(HaltPoint.Committed);
        }

        await TellAsync(works.SelectMany(work => work.Warnings)).ConfigureAwait(false);
        foreach (var work in works) await TellAsync(work).ConfigureAwait(false);
        await scope.Emit(new PageCommitted(scope.Name, scope.Now, tally.Counts, cursor)).ConfigureAwait(false);
    }

    /// <summary>Remembers how far the changes at the destination were looked at.</summary>
    public void CommitWatch(string cursor) => scope.Store.Commit(new PageCommit
    {
        RunId = runId, IntegrationId = scope.OwnerId, Lease = lease!.Current, WatchCursor = cursor, Counts = tally.Counts,
    });

    private Dictionary<string, IReadOnlyList<Outstanding>> Outstanding(IEnumerable<RecordWork<TRecord>> works)
    {
        var goods = new Dictionary<string, IReadOnlyList<Outstanding>>(StringComparer.Ordinal);
        foreach (var work in works.Where(work => work.Record is not null))
        {
            if (flow.Outstanding(work.Record, work.Rows) is { } outstanding) goods[work.Key] = outstanding;
        }

        return goods;
    }

    private async Task TellAsync(RecordWork<TRecord> work)
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
}
