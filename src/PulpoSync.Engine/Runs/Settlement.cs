using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>How a write's result becomes a ledger row and a line of the protocol.</summary>
/// <param name="Row">The row now.</param>
/// <param name="Outcome">Line of the protocol; null where the record is planned again first.</param>
/// <param name="Warning">Worth telling once.</param>
/// <param name="IsUnsettled">True where the outcome is unknown and the row stays pending.</param>
internal sealed record Settled(LedgerRow Row, RunOutcome? Outcome, string? Warning = null, bool IsUnsettled = false);

/// <summary>What a write does to its ledger row: before it, and by its result.</summary>
internal sealed class Settlement(RunScope scope, string fingerprint)
{
    /// <summary>After so many unknown outcomes in a row the trouble is the record's own: it is parked and no longer holds up the run.</summary>
    public const int MostUnknown = 3;

    /// <summary>The row that makes a write durable before the foreign call.</summary>
    public LedgerRow Prepare<TRecord>(string key, PlannedWrite<TRecord> write, LedgerRow? row) => (row ?? scope.NewRow(key, write.Part)) with
    {
        State = LedgerState.Pending,
        Operation = write.Operation,
        Number = write.Number,
        Ordinal = write.Ordinal,
        TriedHash = write.Hash,
        // What a create will hold is noted before it is sent: if the process dies, recovery only learns that it is there.
        Held = write.Operation is WriteOperation.Create ? write.Held : row?.Held,
        OwnerId = row is { IsAlive: true } ? row.OwnerId : scope.OwnerId,
        ChangedAt = scope.Now,
    };

    /// <summary>What a write's result makes of a prepared row.</summary>
    public Settled After<TRecord>(LedgerRow row, PlannedWrite<TRecord> write, WriteResult result, bool wasParked) => result.Status switch
    {
        WriteStatus.Done => Done(row, write, result),
        WriteStatus.LeftOut => LeftOut(row, scope.Clean(result.Failure!)),
        WriteStatus.Refused => Refused(row with { DestinationId = result.Id ?? row.DestinationId }, write, scope.Clean(result.Failure!), wasParked, result.Warning),
        _ => Unknown(row, scope.Clean(result.Failure!), wasParked),
    };

    /// <summary>A parked record that is not due yet.</summary>
    public static RunOutcome NotDue(LedgerRow row) =>
        Outcome(row, OutcomeKind.Parked, row.Reason ?? ReasonCodes.NotDueYet, row.Message);

    private static RunOutcome Outcome(LedgerRow row, OutcomeKind kind, string? reason, string? message) =>
        new(row.SourceKey, row.Part, row.Number, kind, reason, message);

    private Settled Done<TRecord>(LedgerRow row, PlannedWrite<TRecord> write, WriteResult result)
    {
        var cancels = write.Operation is WriteOperation.Cancel or WriteOperation.Withdraw;
        var next = row with
        {
            State = cancels ? LedgerState.Cancelled : write.IsIncomplete ? LedgerState.Waiting : LedgerState.Written,
            DestinationId = result.Id,
            Hash = cancels ? null : write.Hash,
            TriedHash = null,
            Held = write.Held,
            Reason = write.Reason,
            Message = write.Reason is null ? null : write.Message,
            Fingerprint = null,
            Attempts = 0,
            NextTryAt = null,
            ChangedAt = scope.Now,
        };
        if (!cancels && MayBeOvertaken(row)) next = next with { State = LedgerState.Waiting, Hash = null, Reason = ReasonCodes.Recovered, NextTryAt = row.NextTryAt };
        var kind = result.Became ?? (cancels ? OutcomeKind.Cancelled : write.Operation is WriteOperation.Create ? OutcomeKind.Created : OutcomeKind.Updated);
        return new Settled(next, Outcome(next, kind, write.Reason, write.Message), result.Warning);
    }

    // A request of an interrupted run may still be on its way, with older content: what is written meanwhile is written once more when that is over.
    private bool MayBeOvertaken(LedgerRow row) => row.Reason is ReasonCodes.Recovered && row.NextTryAt > scope.Now;

    private Settled Refused<TRecord>(LedgerRow row, PlannedWrite<TRecord> write, Failure failure, bool wasParked, string? warning) => failure.Code switch
    {
        RefusalCodes.NotQueued => new Settled(Standing(row) with { Locked = true }, null),
        RefusalCodes.CancelTooLate when write.Operation is WriteOperation.Withdraw => new Settled(Standing(row) with { Locked = true }, null),
        RefusalCodes.CancelTooLate => Kept(Standing(row) with { Locked = true, Reason = failure.Code, Message = failure.Message }),
        RefusalCodes.Paused or RefusalCodes.HoldInShop or RefusalCodes.UnknownState => new Settled(
            Standing(row) with { State = LedgerState.Waiting, Reason = failure.Code, Message = failure.Message },
            Outcome(row, OutcomeKind.Skipped, failure.Code, failure.Message)),
        RefusalCodes.CancelledAtDestination or RefusalCodes.GoneAtDestination => Gone(row, write, failure),
        _ when failure.IsRecordOnly => Parked(row, failure, wasParked) with { Warning = wasParked ? null : warning },
        _ => Unknown(row, failure, wasParked),
    };

    // Looked at again when the settings change, or when it changes at either side.
    private Settled LeftOut(LedgerRow row, Failure failure)
    {
        var next = row with
        {
            State = LedgerState.Skipped, Hash = null, TriedHash = null, Reason = failure.Code, Message = failure.Message, Fingerprint = fingerprint,
            Attempts = 0, NextTryAt = null, ChangedAt = scope.Now,
        };
        var warning = row.Reason == failure.Code ? null : failure.Message;
        return new Settled(next, Outcome(next, OutcomeKind.Skipped, failure.Code, failure.Message), warning);
    }

    private Settled Gone<TRecord>(LedgerRow row, PlannedWrite<TRecord> write, Failure failure)
    {
        // What we wanted to take back is already gone: that is what we wanted.
        if (write.Operation is WriteOperation.Cancel or WriteOperation.Withdraw) return Done(row, write, WriteResult.Done(row.DestinationId!));
        return new Settled(
            Standing(row) with { State = LedgerState.Cancelled, Reason = failure.Code, Message = failure.Message }, null, failure.Message);
    }

    private static Settled Kept(LedgerRow row) => new(row, Outcome(row, OutcomeKind.Skipped, row.Reason, row.Message), row.Message);

    private LedgerRow Standing(LedgerRow row) => row with
    {
        State = LedgerState.Written, TriedHash = null, Attempts = 0, NextTryAt = null, Reason = null, Message = null, ChangedAt = scope.Now,
    };

    private Settled Parked(LedgerRow row, Failure failure, bool wasParked)
    {
        var next = row with
        {
            State = LedgerState.Parked,
            Reason = failure.Code,
            Message = failure.Message,
            Fingerprint = fingerprint,
            Attempts = row.Attempts + 1,
            NextTryAt = scope.Now + Backoff.After(row.Attempts + 1),
            ChangedAt = scope.Now,
        };
        var kind = wasParked ? OutcomeKind.Parked : OutcomeKind.Failed;
        return new Settled(next, Outcome(next, kind, failure.Code, failure.Message) with { NewlyParked = !wasParked });
    }

    private Settled Unknown(LedgerRow row, Failure failure, bool wasParked)
    {
        if (row.Attempts + 1 >= MostUnknown)
        {
            return Parked(row, failure with { Kind = FailureKind.Data, Code = ReasonCodes.OutcomeUnknown }, wasParked);
        }

        var next = row with { Attempts = row.Attempts + 1, Reason = ReasonCodes.OutcomeUnknown, Message = failure.Message };
        return new Settled(next, Outcome(next, OutcomeKind.Failed, ReasonCodes.OutcomeUnknown, failure.Message), null, IsUnsettled: true);
    }
}
