using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>What a decision without a write does to the ledger.</summary>
internal sealed class DecisionBook(RunScope scope, string fingerprint)
{
    /// <summary>What a decision makes of a part.</summary>
    public (LedgerRow? Row, RunOutcome Outcome, string? Warning) After(string key, string number, Decision decision, LedgerRow? row)
    {
        var part = PartOf(decision);
        var shown = decision.Number ?? (row is { HasNumber: true } ? row.Number : number);
        var decided = new RunOutcome(key, part, shown, decision.Kind, decision.Reason, decision.Message);
        if (decision.State is null) return Noticed(decision, row!, decided);
        // That the source could not be told is no matter of the flow's, and stays noted.
        if (row is { AcknowledgementDue: true, Reason: ReasonCodes.AcknowledgementFailed } && row.State == decision.State) return (null, decided, null);
        var known = row is not null && row.State == decision.State && row.Reason == decision.Reason;
        var isParked = decision.State is LedgerState.Parked;
        // Seen again before its time (the cursor's overlap): that is no further failed try.
        if (known && isParked && !scope.RetryNow && row!.NextTryAt > scope.Now && row.Fingerprint == fingerprint) return (null, Settlement.NotDue(row), null);
        var attempts = isParked ? (known ? row!.Attempts : 0) + 1 : 0;
        var next = (row ?? scope.NewRow(key, part)) with
        {
            State = decision.State.Value,
            Number = shown,
            Ordinal = decision.Ordinal > 0 ? decision.Ordinal : row?.Ordinal ?? 0,
            Reason = decision.Reason,
            Message = decision.Reason is null ? null : decision.Message,
            Fingerprint = decision.State is LedgerState.Skipped or LedgerState.Parked ? fingerprint : null,
            Attempts = attempts,
            NextTryAt = isParked ? scope.Now + Backoff.After(attempts) : null,
            TriedHash = null,
            // What is neither there nor failed is nothing to tell.
            AcknowledgementDue = row is { AcknowledgementDue: true } && (isParked || row.IsAlive),
        };
        var kind = isParked && known ? OutcomeKind.Parked : decision.Kind;
        var outcome = decided with { Kind = kind, NewlyParked = isParked && !known };
        return (row == next ? null : next with { ChangedAt = scope.Now }, outcome, null);
    }

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

    private (LedgerRow? Row, RunOutcome Outcome, string? Warning) Noticed(Decision decision, LedgerRow row, RunOutcome outcome)
    {
        if (decision.WarnOnceFor is null) return (Reassured(row), outcome, null);
        if (row.TriedHash == decision.WarnOnceFor) return (null, outcome, null);
        var next = row with { TriedHash = decision.WarnOnceFor, Reason = decision.Reason, Message = decision.Message, ChangedAt = scope.Now };
        return (next, outcome, decision.Message);
    }

    // The edit was taken back in the shop, or what was waited for is no longer wanted: nobody has to do anything any more.
    private LedgerRow? Reassured(LedgerRow row) => row.Reason is ReasonCodes.ChangedAfterPicking || (row.IsAlive && row.State is LedgerState.Waiting)
        ? row with { State = LedgerState.Written, Reason = null, Message = null, TriedHash = null, ChangedAt = scope.Now }
        : null;
}
