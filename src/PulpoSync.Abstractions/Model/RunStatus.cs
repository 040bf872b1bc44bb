namespace PulpoSync;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Going on now, or its process died and nobody has taken over yet.</summary>
    Running,
    /// <summary>Ended; no record failed or was newly parked.</summary>
    Finished,
    /// <summary>Ended; at least one record failed or was newly parked.</summary>
    FinishedPartially,
    /// <summary>Could not go on, or every record that was tried failed.</summary>
    Failed,
    /// <summary>Ended early on request; what was done is kept and the next run goes on from there.</summary>
    Stopped,
}
