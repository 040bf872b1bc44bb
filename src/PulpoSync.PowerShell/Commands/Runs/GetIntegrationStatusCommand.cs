using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Says for each integration whether all is well.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationStatus")]
[OutputType(typeof(IntegrationStatus))]
public sealed class GetIntegrationStatusCommand : IntegrationCommand
{
    /// <summary>Integrations, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Integration { get; set; } = ["*"];

    private protected override void Process() => ForEach(Integration, pattern =>
    {
        var names = Runtime.GetConfigs(pattern).Select(config => config.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        WriteObject(Runtime.GetStatus().Where(status => names.Contains(status.Integration)), enumerateCollection: true);
    });
}
