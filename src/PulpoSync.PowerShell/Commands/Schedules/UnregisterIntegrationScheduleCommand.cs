using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Removes the operating system's tasks that run what is due.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "IntegrationSchedule", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class UnregisterIntegrationScheduleCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ScheduleNameCompleter))]
    public string[] Name { get; set; } = [];

    private protected override void Process() => ForEach(Name, pattern =>
    {
        foreach (var schedule in Runtime.GetSchedules(pattern))
        {
            if (ShouldProcess(schedule.Name, "Remove schedule")) Runtime.UnregisterSchedule(schedule.Name);
        }
    });
}
