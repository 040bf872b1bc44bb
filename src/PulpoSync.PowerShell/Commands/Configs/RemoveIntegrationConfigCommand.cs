using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Removes integrations. What they have written stays known, so that nothing is doubled when they are made again.</summary>
[Cmdlet(VerbsCommon.Remove, "IntegrationConfig", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveIntegrationConfigCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Name { get; set; } = [];

    private protected override void Process() => ForEach(Name, pattern =>
    {
        var names = Runtime.GetConfigs(pattern).Select(config => config.Name).ToArray();
        ForEach(names, name =>
        {
            if (ShouldProcess(name, "Remove integration")) Runtime.RemoveConfig(name);
        });
    });
}
