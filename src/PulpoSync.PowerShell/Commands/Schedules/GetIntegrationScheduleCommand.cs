using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Shows the operating system's tasks that run what is due.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationSchedule")]
[OutputType(typeof(IntegrationSchedule))]
public sealed class GetIntegrationScheduleCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ScheduleNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    private protected override void Process() => ForEach(Name, name => WriteObject(Runtime.GetSchedules(name), enumerateCollection: true));
}
