namespace PulpoSync.Engine.Machine.Windows;

/// <summary>The calls of the Task Scheduler that are needed. Paths are those of tasks: <c>\PulpoSync\name</c>.</summary>
internal interface ITaskService
{
    /// <summary>Makes a task, or makes it so.</summary>
    void Register(string path, string xml, string account, string? password, TaskLogon logon);

    /// <summary>Tasks of a folder; none where it is not there.</summary>
    IReadOnlyList<RegisteredTask> List(string folder);

    /// <summary>Starts a task now.</summary>
    void Run(string path);

    /// <summary>Removes a task.</summary>
    void Delete(string path);
}
