using PulpoSync.Engine.Rules;

namespace PulpoSync.Engine.Flows;

/// <summary>What a rule that stops a record as a whole makes of its plan.</summary>
internal static class WholeRecord
{
    /// <summary>The plan of a record that a rule has stopped.</summary>
    public static Plan<TRecord> Stopped<TRecord>(RuleResult stop) => new()
    {
        Decisions =
        [
            stop.Verdict switch
            {
                Verdict.Fail => new Decision(null, OutcomeKind.Failed, LedgerState.Parked, stop.Reason, stop.Message),
                Verdict.Wait => new Decision(null, OutcomeKind.Skipped, LedgerState.Waiting, stop.Reason, stop.Message),
                _ => new Decision(null, OutcomeKind.Skipped, LedgerState.Skipped, stop.Reason, stop.Message),
            },
        ],
    };

    /// <summary>What the rules said, for previews.</summary>
    public static IReadOnlyList<RuleNote> Notes(IEnumerable<(string Rule, RuleResult Result)> trace) =>
        [.. trace.Select(note => new RuleNote(note.Rule, note.Result.Verdict.ToString(), note.Result.Message))];
}
