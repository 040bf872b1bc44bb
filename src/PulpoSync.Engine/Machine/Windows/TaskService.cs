using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PulpoSync.Engine.Machine.Windows;

/// <summary>The Task Scheduler of this machine, called in this process: a password is never an argument that others can see.</summary>
[SupportedOSPlatform("windows")]
internal sealed class TaskService : ITaskService
{
    private const int CreateOrUpdate = 6;
    private const int WithHidden = 1;
    private const int IsAtWork = 4;

    public void Register(string path, string xml, string account, string? password, TaskLogon logon) =>
        Guard(path, root => root.RegisterTask(path, xml, CreateOrUpdate, account, password, (int)logon, null));

    public IReadOnlyList<RegisteredTask> List(string folder)
    {
        var tasks = new List<RegisteredTask>();
        try
        {
            foreach (var task in Root().GetFolder(folder).GetTasks(WithHidden))
                tasks.Add(new RegisteredTask(task.Name, task.Xml, (int)task.State == IsAtWork, task.LastTaskResult, task.LastRunTime, task.NextRunTime));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }

        return tasks;
    }

    public void Run(string path) => Guard(path, root => root.GetTask(path).Run(null));

    public void Delete(string path) => Guard(path, root => root.DeleteTask(path, 0));

    private static dynamic Root()
    {
        dynamic service = Activator.CreateInstance(Type.GetTypeFromProgID("Schedule.Service", throwOnError: true)!)!;
        service.Connect();
        return service.GetFolder(@"\");
    }

    private static void Guard(string path, Action<dynamic> work)
    {
        try
        {
            work(Root());
        }
        catch (Exception e) when (e is COMException or UnauthorizedAccessException or ArgumentException or FileNotFoundException)
        {
            throw new PulpoSyncException(
                ErrorIds.ScheduleRefused,
                $"The Task Scheduler refuses {path}: {e.Message} Type the same in a console that runs as administrator; the account needs the right to log on as a batch job.", path, e);
        }
    }
}
