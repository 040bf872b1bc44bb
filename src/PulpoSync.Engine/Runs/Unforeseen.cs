namespace PulpoSync.Engine.Runs;

/// <summary>A bug of ours or an answer beyond all description: the run ends with a reason, and what was settled before it stays.</summary>
internal static class Unforeseen
{
    /// <summary>The failure to keep. Without the fault's own words: they may quote the record that it stumbled over.</summary>
    public static Failure Failure(Exception fault) => new(
        FailureKind.Protocol, ErrorIds.InternalError,
        $"PulpoSync met something that it did not expect ({fault.GetType().Name}). Run it with -Verbose (or: --verbose) to see where, and report it.");
}
