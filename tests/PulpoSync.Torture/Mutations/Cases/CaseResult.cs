namespace PulpoSync.Torture.Mutations.Cases;

/// <summary>What became of a case.</summary>
/// <param name="What">What was done to whom.</param>
/// <param name="Outcome">How it ended, in the words of the table.</param>
/// <param name="Finding">What must not be; null: nothing.</param>
internal sealed record CaseResult(string What, string Outcome, string? Finding = null);
