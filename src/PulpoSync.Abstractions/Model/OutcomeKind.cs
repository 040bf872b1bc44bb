namespace PulpoSync;

/// <summary>What a run did with one record.</summary>
public enum OutcomeKind
{
    /// <summary>Made at the destination, or found there as ours after an unknown outcome.</summary>
    Created,
    /// <summary>Changed at the destination.</summary>
    Updated,
    /// <summary>Cancelled at the destination.</summary>
    Cancelled,
    /// <summary>The destination already has exactly this; nothing was sent.</summary>
    Unchanged,
    /// <summary>A rule decided against it; the reason says which.</summary>
    Skipped,
    /// <summary>Tried and failed in this run; it is parked and tried again later.</summary>
    Failed,
    /// <summary>Held back after an earlier failure; shown until settled.</summary>
    Parked,
    /// <summary>What would have happened; nothing was written.</summary>
    Previewed,
}
