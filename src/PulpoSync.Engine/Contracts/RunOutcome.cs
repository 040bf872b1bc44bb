namespace PulpoSync.Engine.Contracts;

/// <summary>One line of a run's protocol.</summary>
/// <param name="SourceKey">The source's key.</param>
/// <param name="Part">Part; empty for the whole record.</param>
/// <param name="Number">Number for people.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Reason code.</param>
/// <param name="Message">Sentence, without personal data.</param>
public sealed record RunOutcome(string SourceKey, string Part, string Number, OutcomeKind Kind, string? Reason, string? Message)
{
    /// <summary>True for a record that this run has parked for the first time.</summary>
    public bool NewlyParked { get; init; }
}
