using PulpoSync.Engine.Machine.Systemd;
using PulpoSync.Engine.Machine.Windows;

namespace PulpoSync.Engine.Machine;

/// <summary>What this machine has.</summary>
internal static class TaskPlatform
{
    /// <summary>What starts tasks here.</summary>
    public static ITaskPlatform Of(IPrograms programs)
    {
        if (OperatingSystem.IsWindows()) return new WindowsTasks(new TaskService());
        return OperatingSystem.IsLinux()
            ? new SystemdTasks(programs, new Accounts(programs), Environment.GetEnvironmentVariable)
            : new NoTasks("This system is neither Windows nor Linux with systemd.");
    }

    /// <summary>How accounts are let to a store here.</summary>
    public static IStoreRights Rights(IPrograms programs) =>
        OperatingSystem.IsWindows() ? new WindowsRights() : new UnixRights(new Accounts(programs), programs);
}
