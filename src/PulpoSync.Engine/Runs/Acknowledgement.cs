using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Diagnostics;

namespace PulpoSync.Engine.Runs;

/// <summary>
/// Tells a source what became of its records, where it wants to know: a step of its own after the page's commit. Until that has succeeded the row carries a mark,
/// which brings the record back in later runs; so a process may die at any moment, and the source hears of each outcome at least once. It is told again when what a
/// dead run has sent can no longer arrive, so that it can be looked what was heard already.
/// </summary>
internal sealed class Acknowledgement<TRecord>(RunScope scope, IAcknowledge<TRecord> source, LeaseKeeper lease, long runId, Tally tally)
{
    // To the millisecond, as the store keeps moments: what recovery has just settled is this run's own.
    private readonly DateTimeOffset _begun = DateTimeOffset.FromUnixTimeMilliseconds(scope.Now.ToUnixTimeMilliseconds());

    /// <summary>The row with the mark that its write has earned: it is done, or parked for a reason that the source has not heard yet.</summary>
    /// <param name="before">The prepared row; it still has the reason of the try before.</param>
    /// <param name="after">The row that the result has made of it.</param>
    /// <param name="result">Result.</param>
    public static LedgerRow Mark(LedgerRow before, LedgerRow after, WriteResult result) => after with
    {
        AcknowledgementDue = after.State switch
        {
            LedgerState.Parked => before.AcknowledgementDue || (before.Reason, before.Message) != (after.Reason, after.Message),
            LedgerState.Written or LedgerState.Waiting => after.IsAlive && (before.AcknowledgementDue || result.Status is WriteStatus.Done),
            LedgerState.Pending => before.AcknowledgementDue,
            _ => false,
        },
    };

    /// <summary>Tells what is due of a page that is durable, and takes the marks off.</summary>
    /// <exception cref="FailureException">The source cannot be told anything now; what it was told is committed.</exception>
    public async Task TellAsync(IReadOnlyList<RecordWork<TRecord>> works)
    {
        var due = works.Where(work => work.Record is not null)
            .SelectMany(work => work.Rows.Where(row => IsDue(work, row)).Select(row => (work.Record, Row: row with { ChangedAt = scope.Now }))).ToList();
        if (due.Count == 0) return;
        // Since when it is being told is durable before it is: if this run dies, the next one knows how long the source may still hear of it.
        scope.Store.Prepare(lease.Current, due.ConvertAll(item => item.Row));
        var references = scope.Refs(due.ConvertAll(item => item.Row));
        var tries = new List<(LedgerRow Row, Failure? Failure)>(due.Count);
        Failure? stop = null;
        for (var i = 0; i < due.Count && stop is null; i++)
        {
            var failure = await TryAsync(due[i].Record, references[i], due[i].Row).ConfigureAwait(false);
            if (failure is not null && EndsRun(failure)) stop = failure;
            else tries.Add((due[i].Row, failure));
        }

        // Some of them: the trouble is theirs. All of several, and not for what they are: it is the source's.
        if (tries.Count > 1 && tries.TrueForAll(one => one.Failure is { IsRecordOnly: false })) stop ??= tries[0].Failure;
        await CommitAsync(stop is null ? tries : tries.FindAll(one => one.Failure is null or { IsRecordOnly: true })).ConfigureAwait(false);
        if (stop is not null) throw new FailureException(stop);
    }

    /// <summary>Gives up telling of a record that the source no longer has.</summary>
    /// <returns>True where that is all that there was to do.</returns>
    public static bool GiveUp(RecordWork<TRecord> work, DateTimeOffset now)
    {
        foreach (var row in work.Rows.Where(row => row.AcknowledgementDue).ToList())
        {
            var next = row with { AcknowledgementDue = false, ChangedAt = now };
            // A parked record keeps the reason that it is parked for.
            if (row.State is not LedgerState.Parked)
            {
                var message = $"{row.Number} was done, but no longer exists at the source, which could not be told of it.";
                next = Rested(next) with { Reason = ReasonCodes.GoneAtSource, Message = message };
                work.Outcomes.Add(new RunOutcome(row.SourceKey, row.Part, row.Number, OutcomeKind.Failed, next.Reason, next.Message));
            }

            work.Set(next);
        }

        return work.Outcomes.Count > 0;
    }

    // What this page has changed is told at once; what was tried before has its time.
    private bool IsDue(RecordWork<TRecord> work, LedgerRow row) =>
        row is { AcknowledgementDue: true, State: not LedgerState.Pending } && !MayBeUnderWay(row)
        && (scope.RetryNow || row.NextTryAt is not { } next || next <= scope.Now || work.Changed.Contains(row));

    // An earlier run may have died while it told of this: as long as its request can still arrive, the source would hear of it twice.
    private bool MayBeUnderWay(LedgerRow row) => row.ChangedAt < _begun && row.ChangedAt + scope.SourceSpec.LongestCall > scope.Now;

    private async Task<Failure?> TryAsync(TRecord record, RecordRef reference, LedgerRow row)
    {
        try
        {
            HaltPoint.Reach(HaltPoint.Acknowledging);
            // What a later run would know, no more: so that both tell the same. Never cancelled from outside, as no write is.
            await source.AcknowledgeAsync(record, reference, ResultOf(row), CancellationToken.None).ConfigureAwait(false);
            HaltPoint.Reach(HaltPoint.Acknowledged);
            return null;
        }
        catch (FailureException failed)
        {
            return scope.Clean(failed.Failure);
        }
    }

    private static WriteResult ResultOf(LedgerRow row) => row.State is LedgerState.Parked
        ? WriteResult.Refused(new Failure(FailureKind.Data, row.Reason ?? ReasonCodes.OutcomeUnknown, row.Message ?? ""))
        : WriteResult.Done(row.DestinationId!);

    private static bool EndsRun(Failure failure) =>
        failure.Kind is FailureKind.Configuration or FailureKind.Authentication or FailureKind.Authorization or FailureKind.RateLimited;

    private async Task CommitAsync(List<(LedgerRow Row, Failure? Failure)> tries)
    {
        var outcomes = new List<RunOutcome>();
        var rows = tries.ConvertAll(one => one.Failure is null ? Told(one.Row) : Untold(one.Row, one.Failure, outcomes));
        if (rows.Count == 0) return;
        foreach (var outcome in outcomes) tally.Add(outcome);
        scope.Store.Commit(new PageCommit
        {
            RunId = runId, IntegrationId = scope.OwnerId, Lease = lease.Current, Rows = rows, Outcomes = outcomes, Counts = tally.Counts,
        });
        foreach (var one in outcomes)
        {
            await scope.Emit(new RecordSettled(scope.Name, scope.Now, one.Number, one.SourceKey, one.Part, one.Kind, one.Reason, one.Message)).ConfigureAwait(false);
        }
    }

    private static LedgerRow Told(LedgerRow row) => Rested(row) with { AcknowledgementDue = false };

    private static LedgerRow Rested(LedgerRow row) =>
        row.Reason is ReasonCodes.AcknowledgementFailed ? row with { Reason = null, Message = null, Attempts = 0, NextTryAt = null } : row;

    private LedgerRow Untold(LedgerRow row, Failure failure, List<RunOutcome> outcomes)
    {
        var message = $"The source could not be told what became of {row.Number}; it is told again. {failure.Message}";
        var isKnown = row.State is LedgerState.Parked || row.Reason is ReasonCodes.AcknowledgementFailed;
        var kind = isKnown ? OutcomeKind.Parked : OutcomeKind.Failed;
        outcomes.Add(new RunOutcome(row.SourceKey, row.Part, row.Number, kind, ReasonCodes.AcknowledgementFailed, message) { NewlyParked = !isKnown });
        // A parked record comes back by itself, and keeps the reason that it is parked for.
        if (row.State is LedgerState.Parked) return row;
        var attempts = isKnown ? row.Attempts + 1 : 1;
        return row with
        {
            Reason = ReasonCodes.AcknowledgementFailed, Message = message, Attempts = attempts, NextTryAt = scope.Now + Backoff.After(attempts), ChangedAt = scope.Now,
        };
    }
}
