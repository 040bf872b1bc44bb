namespace PulpoSync.Engine.Machine;

/// <summary>A machine on which nothing is known that starts tasks: says what to type instead.</summary>
internal sealed class NoTasks(string why) : ITaskPlatform
{
    public void Require(MachineTask task) => throw Unsupported(why, task);

    public string AccountOf(ScheduleDefinition definition) => definition.Account ?? Accounts.Current;

    public ProgramResult Try(ScheduleDefinition definition, MachineTask task, CancellationToken cancellationToken) => throw Unsupported(why, task);

    public ScheduleChange Save(ScheduleDefinition definition, MachineTask task) => throw Unsupported(why, task);

    public IReadOnlyList<IntegrationSchedule> List() => [];

    public void Remove(string name) => throw new PulpoSyncException(ErrorIds.ScheduleUnsupported, why, name);

    /// <summary>The error, with the line for cron.</summary>
    public static PulpoSyncException Unsupported(string why, MachineTask task) => new(
        ErrorIds.ScheduleUnsupported,
        $"{why} Let cron do it: type 'crontab -e' as {task.Account} and add the line{Environment.NewLine}    {CronLine.Of(task)}", task.Name);
}
