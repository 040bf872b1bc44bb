namespace PulpoSync;

/// <summary>What became of one entry of an import file.</summary>
/// <param name="Kind"><c>credential</c>, <c>integration</c> or, for what is wrong around them, <c>file</c> and <c>store</c>.</param>
/// <param name="Name">Its name; null where the entry has none.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Path">Its JSON path, or that of what is wrong in it.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
public sealed record ImportResult(string Kind, string? Name, ImportOutcome Outcome, string Path, PulpoSyncException? Error = null);
