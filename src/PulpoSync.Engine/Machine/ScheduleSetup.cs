using System.Text.RegularExpressions;
using PulpoSync.Engine.Setup;

namespace PulpoSync.Engine.Machine;

/// <summary>Makes, shows and removes the task that looks what is due. It is tried before it is made.</summary>
internal sealed partial class ScheduleSetup(ITaskPlatform platform)
{
    // What the hosts end with where the set-up is wrong: no store, no key, no right to them.
    private const int SetUpIsWrong = 5;

    /// <summary>Makes or changes the task for a store.</summary>
    public IntegrationSchedule Register(ScheduleDefinition definition, string storePath, CancellationToken cancellationToken)
    {
        Validate(definition);
        var task = new MachineTask(
            definition.Name, definition.Every, platform.AccountOf(definition), storePath, definition.TimeLimit, definition.Run);
        platform.Require(task);
        var tried = platform.Try(definition, task, cancellationToken);
        if (!tried.IsDone) throw CheckFailed(task, tried);
        var change = platform.Save(definition, task);
        return Get(definition.Name)[0] with { Change = change };
    }

    /// <summary>Tasks by name with wildcards; null: all.</summary>
    public IReadOnlyList<IntegrationSchedule> Get(string? name)
    {
        var all = platform.List();
        if (name is null || Names.IsPattern(name)) return [.. all.Where(schedule => Names.Matcher(name)(schedule.Name))];
        return all.FirstOrDefault(schedule => schedule.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? [found]
            : throw new PulpoSyncException(
                ErrorIds.ScheduleNotFound,
                $"There is no schedule '{name}' for this account. Look for all with Get-IntegrationSchedule, or make one with Register-IntegrationSchedule.", name);
    }

    /// <summary>Removes a task.</summary>
    public void Unregister(string name) => platform.Remove(Get(name)[0].Name);

    private static void Validate(ScheduleDefinition definition)
    {
        if (!Name().IsMatch(definition.Name))
            throw Invalid($"'{definition.Name}' cannot be the name of a schedule. Use letters, digits, '-' and '_', at most 60.", definition.Name);
        if (definition.Every is < 1 or > 60)
            throw Invalid($"-Every {definition.Every} is out of its range: 1 to 60 minutes between two looks.", nameof(definition.Every));
        if (definition.TimeLimit < TimeSpan.FromMinutes(1) || definition.TimeLimit > TimeSpan.FromDays(1))
            throw Invalid("-TimeLimit is out of its range: one minute to one day.", nameof(definition.TimeLimit));
    }

    private static PulpoSyncException Invalid(string message, string target) => new(ErrorIds.ScheduleInvalid, message, target);

    private static PulpoSyncException CheckFailed(MachineTask task, ProgramResult tried)
    {
        var next = tried.ExitCode == SetUpIsWrong
            ? $"Type: Initialize-IntegrationStore -StorePath '{task.StorePath}' -Account '{task.Account}'"
            : $"It must be able to start {task.Run.Program} and to read what that is given: install PowerShell and the module for all users " +
              "(Install-PSResource PulpoSync -Scope AllUsers)";
        return new PulpoSyncException(
            ErrorIds.ScheduleCheckFailed, $"Tried as {task.Account}, the task cannot work, so nothing was registered: {tried.Reason} {next}", task.Account);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,59}\z")]
    private static partial Regex Name();
}
