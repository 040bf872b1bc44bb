namespace PulpoSync.Engine.Machine.Windows;

/// <summary>A task as the Task Scheduler has it.</summary>
internal sealed record RegisteredTask(string Name, string Xml, bool IsRunning, int LastResult, DateTime LastRunTime, DateTime NextRunTime)
{
    /// <summary>SCHED_S_TASK_HAS_NOT_RUN.</summary>
    public const int NeverRun = 0x41303;

    /// <summary>SCHED_S_TASK_RUNNING.</summary>
    public const int Running = 0x41301;

    // What has never been is told as a day of 1899.
    private const int FirstYear = 2000;

    /// <summary>How its last run ended; null: it has not.</summary>
    public int? ExitCode => IsRunning || LastResult is NeverRun or Running ? null : LastResult;

    /// <summary>When it ran last.</summary>
    public DateTimeOffset? LastRunAt => Moment(LastRunTime);

    /// <summary>When it runs next.</summary>
    public DateTimeOffset? NextRunAt => Moment(NextRunTime);

    private static DateTimeOffset? Moment(DateTime local) =>
        local.Year < FirstYear ? null : new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Local));
}
