namespace PulpoSync;

/// <summary>The operating system's task that looks what is due.</summary>
public sealed record IntegrationSchedule
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }
    /// <summary>Whose task it is: <c>systemd</c>, <c>systemd --user</c>, <c>Task Scheduler</c>.</summary>
    public required string Platform { get; init; }
    /// <summary>Who runs it.</summary>
    public required string Account { get; init; }
    /// <summary>Path of the store.</summary>
    public required string StorePath { get; init; }
    /// <summary>Minutes between two looks.</summary>
    public required int Every { get; init; }
    /// <summary>When it looks next; null: it is off, or the platform does not say.</summary>
    public DateTimeOffset? NextRunAt { get; init; }
    /// <summary>When it looked last; null: never yet.</summary>
    public DateTimeOffset? LastRunAt { get; init; }
    /// <summary>How its last look ended; null: never yet, or it is at work.</summary>
    public int? LastExitCode { get; init; }
    /// <summary>What registering has done; null where it was only read.</summary>
    public ScheduleChange? Change { get; init; }
}
