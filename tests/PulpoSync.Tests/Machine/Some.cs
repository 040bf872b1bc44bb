using PulpoSync.Engine.Machine;

namespace PulpoSync.Tests.Machine;

/// <summary>A task as tests need one.</summary>
internal static class Some
{
    public static MachineTask Task(string account = "pulposync", string store = "/var/lib/pulposync/pulposync.db", string program = "/usr/bin/pwsh", int every = 1) =>
        new("PulpoSync", every, account, store, TimeSpan.FromHours(2), new ProgramCall(program, "-NoProfile", "-File", "/opt/module/Invoke-PulpoSync.ps1", "-StorePath", store));

    public static ScheduleDefinition Definition(string? account = null, SecretInput? password = null, bool isGroupManaged = false, int every = 1) => new()
    {
        Account = account,
        Password = password,
        IsGroupManaged = isGroupManaged,
        Every = every,
        Run = new ProgramCall(@"C:\Program Files\PowerShell\7\pwsh.exe", "-File", @"C:\Program Files\PulpoSync\Invoke-PulpoSync.ps1"),
        Check = new ProgramCall(@"C:\Program Files\PowerShell\7\pwsh.exe", "-File", @"C:\Program Files\PulpoSync\Invoke-PulpoSync.ps1", "-CheckOnly"),
    };
}
