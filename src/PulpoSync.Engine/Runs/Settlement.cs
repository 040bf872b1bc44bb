using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>How a write's result becomes a ledger row and a line of the protocol.</summary>
/// <param name="Row">The row now.</param>
/// <param name="Outcome">Line of the protocol; null where the record is planned again first.</param>
/// <param name="Warning">Worth telling once.</param>
/// <param name="IsUnsettled">True where the outcome is unknown and the row stays pending.</param>
internal sealed record Settled(LedgerRow Row, RunOutcome? Outcome, string? Warning = null, bool IsUnsettled = false);

/// <summary>The transitions of ledger rows.</summary>
internal sealed class Settlement(RunScope scope, string fingerprint)
{
    /// <summary>After so many unknown outcomes in a row the trouble is the record's own: it is parked and no longer holds up the run.</summary>
    public const int MostUnknown = 3;

    /// <summary>The row that makes a write durable before the foreign call.</summary>
    public LedgerRow Prepare<TRecord>(string key, PlannedWrite<TRecord> write, LedgerRow? row) => (row ?? NewRow(key, write.Part)) with
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
        WriteStatus.Refused => Refused(row with { DestinationId = result.Id ?? row.DestinationId }, write, scope.Clean(result.Failure!), wasParked),
        _ => Unknown(row, scope.Clean(result.Failure!), wasParked),
    };

    /// <summary>What a decision makes of a part.</summary>
    public (LedgerRow? Row, RunOutcome Outcome, string? Warning) After(string key, string number, Decision decision, LedgerRow? row)
    {
        var part = PartOf(decision);
        var shown = decision.Number ?? (row is { HasNumber: true } ? row.Number : number);
        if (decision.State is null) return Noticed(decision, row!, Outcome(key, part, shown, decision.Kind, decision.Reason, decision.Message));
        var known = row is not null && row.State == decision.State && row.Reason == decision.Reason;
        var isParked = decision.State is LedgerState.Parked;
        var next = (row ?? NewRow(key, part)) with
        {
            State = decision.State.Value,
            Number = shown,
            Ordinal = decision.Ordinal > 0 ? decision.Ordinal : row?.Ordinal ?? 0,
            Reason = decision.Reason,
            Message = decision.Reason is null ? null : decision.Message,
            Fingerprint = decision.State is LedgerState.Skipped ? fingerprint : null,
            Attempts = isParked ? (known ? row!.Attempts : 0) + 1 : 0,
            NextTryAt = isParked ? scope.Now + Backoff.After((known ? row!.Attempts : 0) + 1) : null,
            TriedHash = null,
        };
        var kind = isParked && known ? OutcomeKind.Parked : decision.Kind;
        var outcome = Outcome(key, part, shown, kind, decision.Reason, decision.Message) with { NewlyParked = isParked && !known };
        return (row == next ? null : next with { ChangedAt = scope.Now }, outcome, null);
    }

    /// <summary>A parked record that is not due yet.</summary>
    public static RunOutcome NotDue(LedgerRow row) =>
        Outcome(row.SourceKey, row.Part, row.Number, OutcomeKind.Parked, row.Reason ?? ReasonCodes.NotDueYet, row.Message);

    /// <summary>A row that nothing stands behind any more: kept where it has a number, so that no number is used twice.</summary>
    public LedgerRow? GiveUp(LedgerRow row, Decision? because) => row.HasNumber
        ? row with
        {
            State = LedgerState.Skipped,
            Reason = because?.Reason ?? ReasonCodes.NothingToShip,
            Message = because?.Message ?? "Nothing is left to ship.",
            Fingerprint = fingerprint,
            NextTryAt = null,
            ChangedAt = scope.Now,
        }
        : null;

    /// <summary>The part of a decision; one about the whole record belongs to the integration that took it.</summary>
    public string PartOf(Decision decision) => decision.Part ?? $"@{scope.OwnerId}";

    private static RunOutcome Outcome(string key, string part, string number, OutcomeKind kind, string? reason, string? message) =>
        new(key, part, number, kind, reason, message);

    private static RunOutcome Outcome(LedgerRow row, OutcomeKind kind, string? reason, string? message) =>
        new(row.SourceKey, row.Part, row.Number, kind, reason, message);

    private LedgerRow NewRow(string key, string part) => new()
    {
        SourceKey = key,
        Part = part,
        State = LedgerState.Pending,
        OwnerId = scope.OwnerId,
        FirstSeenAt = scope.Now,
        ChangedAt = scope.Now,
    };

    private Settled Done<TRecord>(LedgerRow row, PlannedWrite<TRecord> write, WriteResult result)
    {
        var cancels = write.Operation is WriteOperation.Cancel or WriteOperation.Withdraw;
        var next = row with
        {
            State = cancels ? LedgerState.Cancelled : LedgerState.Written,
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
        var kind = cancels ? OutcomeKind.Cancelled : write.Operation is WriteOperation.Create ? OutcomeKind.Created : OutcomeKind.Updated;
        return new Settled(next, Outcome(next, kind, write.Reason, write.Message), result.Warning);
    }

    private Settled Refused<TRecord>(LedgerRow row, PlannedWrite<TRecord> write, Failure failure, bool wasParked) => failure.Code switch
    {
        RefusalCodes.NotQueued => new Settled(Standing(row) with { Locked = true }, null),
        RefusalCodes.CancelTooLate when write.Operation is WriteOperation.Withdraw => new Settled(Standing(row) with { Locked = true }, null),
        RefusalCodes.CancelTooLate => Kept(Standing(row) with { Locked = true, Reason = failure.Code, Message = failure.Message }),
        RefusalCodes.Paused => new Settled(
            Standing(row) with { State = LedgerState.Waiting, Reason = failure.Code, Message = failure.Message },
            Outcome(row, OutcomeKind.Skipped, failure.Code, failure.Message)),
        RefusalCodes.CancelledAtDestination or RefusalCodes.GoneAtDestination => Gone(row, write, failure),
        _ when failure.IsRecordOnly => Parked(row, failure, wasParked),
        _ => Unknown(row, failure, wasParked),
    };

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

    private (LedgerRow? Row, RunOutcome Outcome, string? Warning) Noticed(Decision decision, LedgerRow row, RunOutcome outcome)
    {
        if (decision.WarnOnceFor is null || row.TriedHash == decision.WarnOnceFor) return (null, outcome, null);
        var next = row with { TriedHash = decision.WarnOnceFor, Reason = decision.Reason, Message = decision.Message, ChangedAt = scope.Now };
        return (next, outcome, decision.Message);
    }
}
