namespace PulpoSync;

/// <summary>What registering has done with the operating system's task.</summary>
public enum ScheduleChange
{
    /// <summary>It was missing.</summary>
    Created,

    /// <summary>It was different.</summary>
    Changed,

    /// <summary>It was there already, just so.</summary>
    Unchanged,
}
