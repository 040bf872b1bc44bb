namespace PulpoSync.Engine.Machine.Windows;

/// <summary>Tasks of the Task Scheduler, in a folder of our own.</summary>
internal sealed class WindowsTasks(ITaskService service) : ITaskPlatform
{
    private const string Folder = @"\PulpoSync";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CheckLimit = TimeSpan.FromMinutes(2);

    public void Require(MachineTask task)
    {
    }

    public string AccountOf(ScheduleDefinition definition)
    {
        var account = definition.Account ?? ServiceAccount.Default;
        var needsPassword = ServiceAccount.SidOf(account) is null && !definition.IsGroupManaged;
        if (needsPassword && definition.Password is null)
            throw new PulpoSyncException(
                ErrorIds.AccountInvalid,
                $"{account} needs its password: give -Credential (Get-Credential '{account}'). Without passwords: -GroupManagedServiceAccount 'DOMAIN\\name$', or -Account LocalService.", account);
        return definition.IsGroupManaged && !account.EndsWith('$') ? account + "$" : account;
    }

    // A task of its own under the same account: what else could log on as a service account?
    public ProgramResult Try(ScheduleDefinition definition, MachineTask task, CancellationToken cancellationToken)
    {
        var check = task with { Name = task.Name + " check", Run = definition.Check, TimeLimit = CheckLimit };
        Register(definition, check, isTimed: false);
        try
        {
            service.Run(PathOf(check.Name));
            int? exitCode;
            while ((exitCode = Find(check.Name)?.ExitCode) is null)
            {
                if (cancellationToken.WaitHandle.WaitOne(Poll)) throw new OperationCanceledException(cancellationToken);
            }

            return new ProgramResult(exitCode.Value, "", "");
        }
        finally
        {
            service.Delete(PathOf(check.Name));
        }
    }

    public ScheduleChange Save(ScheduleDefinition definition, MachineTask task)
    {
        var before = Find(task.Name);
        // A password may be a new one, which cannot be seen.
        if (before is not null && definition.Password is null && IsSame(before, task)) return ScheduleChange.Unchanged;
        Register(definition, task, isTimed: true);
        return before is null ? ScheduleChange.Created : ScheduleChange.Changed;
    }

    public IReadOnlyList<IntegrationSchedule> List() =>
        [.. service.List(Folder).Select(task => (Task: task, Own: TaskXml.Read(task.Name, task.Xml))).Where(pair => pair.Own is { Every: > 0 })
            .Select(pair => View(pair.Task, pair.Own!)).OrderBy(schedule => schedule.Name, StringComparer.OrdinalIgnoreCase)];

    public void Remove(string name) => service.Delete(PathOf(name));

    private static bool IsSame(RegisteredTask before, MachineTask task) =>
        TaskXml.Read(task.Name, before.Xml) is { } own && Facts(own) == Facts(TaskXml.Read(task.Name, TaskXml.Write(task, TaskLogon.Password, isTimed: true))!);

    // The list of arguments has been read back as one line; records compare lists by identity.
    private static (int, string, string, TimeSpan, string, string) Facts(MachineTask task) =>
        (task.Every, task.Account, task.StorePath, task.TimeLimit, task.Run.Program, string.Join(' ', task.Run.Arguments));

    private static IntegrationSchedule View(RegisteredTask task, MachineTask own) => new()
    {
        Name = task.Name,
        Platform = "Task Scheduler",
        Account = own.Account,
        StorePath = own.StorePath,
        Every = own.Every,
        NextRunAt = task.NextRunAt,
        LastRunAt = task.LastRunAt,
        LastExitCode = task.ExitCode,
    };

    private void Register(ScheduleDefinition definition, MachineTask task, bool isTimed)
    {
        var logon = ServiceAccount.SidOf(task.Account) is null ? TaskLogon.Password : TaskLogon.ServiceAccount;
        service.Register(
            PathOf(task.Name), TaskXml.Write(task, logon, isTimed), ServiceAccount.SidOf(task.Account) ?? task.Account, definition.Password?.Text, logon);
    }

    private RegisteredTask? Find(string name) =>
        service.List(Folder).FirstOrDefault(task => task.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string PathOf(string name) => $@"{Folder}\{name}";
}
