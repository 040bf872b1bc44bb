using System.Management.Automation;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Keeps integrations from running when they are due. A run that is at work goes on.</summary>
[Cmdlet(VerbsLifecycle.Disable, "IntegrationConfig", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationConfig))]
public sealed class DisableIntegrationConfigCommand : SwitchingCommand
{
    private protected override void Process() => SwitchAll(on: false);
}
