using PulpoSync.Engine.Machine.Windows;

namespace PulpoSync.Tests.Machine;

/// <summary>A Task Scheduler in memory. Tasks that are started end at once, with an exit code of the test's choice.</summary>
internal sealed class FakeTaskService : ITaskService
{
    private readonly Dictionary<string, RegisteredTask> _tasks = [];

    public List<string> Calls { get; } = [];

    public int ExitCode { get; set; }

    public void Register(string path, string xml, string account, string? password, TaskLogon logon)
    {
        Calls.Add($"register {path} {account} {logon}{(password is null ? "" : " with password")}");
        _tasks[path] = new RegisteredTask(path.Split('\\')[^1], xml, false, RegisteredTask.NeverRun, new DateTime(1899, 12, 30), new DateTime(2026, 11, 27, 17, 0, 0));
    }

    public IReadOnlyList<RegisteredTask> List(string folder) => [.. _tasks.Where(task => task.Key.StartsWith(folder + '\\', StringComparison.Ordinal)).Select(task => task.Value)];

    public void Run(string path)
    {
        Calls.Add($"run {path}");
        _tasks[path] = _tasks[path] with { LastResult = ExitCode };
    }

    public void Delete(string path)
    {
        Calls.Add($"delete {path}");
        _tasks.Remove(path);
    }
}
