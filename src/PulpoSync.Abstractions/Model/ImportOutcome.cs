namespace PulpoSync;

/// <summary>What an import has done with an entry of its file.</summary>
public enum ImportOutcome
{
    /// <summary>It was missing.</summary>
    Created,

    /// <summary>It was different.</summary>
    Changed,

    /// <summary>It was as the file says.</summary>
    Unchanged,

    /// <summary>It could not be done; the store is as before.</summary>
    Failed,
}
