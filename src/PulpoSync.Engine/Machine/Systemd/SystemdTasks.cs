using System.Globalization;

namespace PulpoSync.Engine.Machine.Systemd;

/// <summary>Tasks as a service and a timer: the machine's where root sets up, else those of the user's own manager.</summary>
internal sealed class SystemdTasks(IPrograms programs, Accounts accounts, Func<string, string?> variable) : ITaskPlatform
{
    private static readonly bool IsSystem = Accounts.IsRoot;
    private readonly SystemControl _control = new(programs, IsSystem);

    // SYSTEMD_UNIT_PATH is systemd's own variable for where units are looked for.
    private string Folder => variable("SYSTEMD_UNIT_PATH")?.Split(':')[0] is { Length: > 0 } named ? named
        : IsSystem ? "/etc/systemd/system"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "systemd/user");

    public void Require(MachineTask task)
    {
        if (!_control.IsRunning)
            throw NoTasks.Unsupported($"systemd does not run here{(IsSystem ? "" : $" for {Accounts.Current}")}, so there is nothing that could start the task.", task);
    }

    public string AccountOf(ScheduleDefinition definition)
    {
        if (definition.Password is not null || definition.IsGroupManaged)
            throw new PulpoSyncException(
                ErrorIds.AccountInvalid, "Accounts with passwords and group-managed ones are for Windows. Name the account with -Account (or: --account).", definition.Account);
        var account = definition.Account ?? Accounts.Current;
        accounts.Require(account);
        return account;
    }

    public ProgramResult Try(ScheduleDefinition definition, MachineTask task, CancellationToken cancellationToken) =>
        accounts.RunAs(task.Account, definition.Check, cancellationToken);

    public ScheduleChange Save(ScheduleDefinition definition, MachineTask task)
    {
        var timer = TimerOf(task.Name);
        var units = new Dictionary<string, string> { [FileOf(task.Name, "service")] = UnitText.Service(task, IsSystem), [FileOf(task.Name, "timer")] = UnitText.Timer(task) };
        var isNew = !File.Exists(FileOf(task.Name, "service"));
        var isSame = units.All(unit => File.Exists(unit.Key) && File.ReadAllText(unit.Key) == unit.Value);
        if (isSame && _control.Show(timer, "ActiveState", "UnitFileState") is var state
            && state.GetValueOrDefault("ActiveState") == "active" && state.GetValueOrDefault("UnitFileState") == "enabled")
            return ScheduleChange.Unchanged;
        Write(units);
        _control.Do(timer, "daemon-reload");
        _control.Do(timer, "enable", timer);
        // Not only started: a timer that runs keeps its old times.
        _control.Do(timer, "restart", timer);
        return isNew ? ScheduleChange.Created : ScheduleChange.Changed;
    }

    public IReadOnlyList<IntegrationSchedule> List() => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateFiles(Folder, "*.service").Select(File.ReadAllText).Select(UnitFile.Read).OfType<(string, string, string, int)>()
            .Select(own => View(own.Item1, own.Item2, own.Item3, own.Item4)).OrderBy(schedule => schedule.Name, StringComparer.OrdinalIgnoreCase)];

    public void Remove(string name)
    {
        // What is at work ends by itself.
        _control.Do(TimerOf(name), "disable", "--now", TimerOf(name));
        File.Delete(FileOf(name, "timer"));
        File.Delete(FileOf(name, "service"));
        _control.Do(TimerOf(name), "daemon-reload");
    }

    private IntegrationSchedule View(string name, string account, string storePath, int every)
    {
        var timer = _control.Show(TimerOf(name), "NextElapseUSecRealtime");
        var service = _control.Show(UnitOf(name) + ".service", "ExecMainStartTimestamp", "ExecMainExitTimestamp", "ExecMainStatus");
        var hasEnded = SystemControl.Moment(service.GetValueOrDefault("ExecMainExitTimestamp")) is not null;
        return new IntegrationSchedule
        {
            Name = name,
            Platform = IsSystem ? "systemd" : "systemd --user",
            Account = account,
            StorePath = storePath,
            Every = every,
            NextRunAt = SystemControl.Moment(timer.GetValueOrDefault("NextElapseUSecRealtime")),
            LastRunAt = SystemControl.Moment(service.GetValueOrDefault("ExecMainStartTimestamp")),
            LastExitCode = hasEnded && int.TryParse(service.GetValueOrDefault("ExecMainStatus"), CultureInfo.InvariantCulture, out var code) ? code : null,
        };
    }

    private void Write(Dictionary<string, string> units)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            foreach (var (path, text) in units) File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PulpoSyncException(ErrorIds.ScheduleRefused, $"The units cannot be written to {Folder}: {e.Message}", Folder, e);
        }
    }

#pragma warning disable CA1308 // Units are written in lower case.
    private static string UnitOf(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static string TimerOf(string name) => UnitOf(name) + ".timer";

    private string FileOf(string name, string kind) => Path.Combine(Folder, $"{UnitOf(name)}.{kind}");
}
