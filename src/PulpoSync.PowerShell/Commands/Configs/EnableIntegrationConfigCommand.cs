using System.Management.Automation;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Lets integrations run when they are due.</summary>
[Cmdlet(VerbsLifecycle.Enable, "IntegrationConfig", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationConfig))]
public sealed class EnableIntegrationConfigCommand : SwitchingCommand
{
    private protected override void Process() => SwitchAll(on: true);
}
