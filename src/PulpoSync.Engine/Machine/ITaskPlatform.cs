namespace PulpoSync.Engine.Machine;

/// <summary>What the operating system has to start programs at their time.</summary>
internal interface ITaskPlatform
{
    /// <summary>Refuses where there is nothing on this machine that could take a task.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.ScheduleUnsupported"/>, with what to type instead.</exception>
    void Require(MachineTask task);

    /// <summary>Who is to run the task.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.AccountInvalid"/>.</exception>
    string AccountOf(ScheduleDefinition definition);

    /// <summary>Runs a program under the account that the task is to have.</summary>
    ProgramResult Try(ScheduleDefinition definition, MachineTask task, CancellationToken cancellationToken);

    /// <summary>Makes the task, or makes it so.</summary>
    ScheduleChange Save(ScheduleDefinition definition, MachineTask task);

    /// <summary>Tasks of ours, by name.</summary>
    IReadOnlyList<IntegrationSchedule> List();

    /// <summary>Removes a task that <see cref="List"/> has told of.</summary>
    void Remove(string name);
}
