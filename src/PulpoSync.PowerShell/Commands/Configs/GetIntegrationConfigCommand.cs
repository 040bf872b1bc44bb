using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Lists integrations.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationConfig")]
[OutputType(typeof(IntegrationConfig))]
public sealed class GetIntegrationConfigCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Integration")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Only integrations of this type.</summary>
    [Parameter]
    [IntegrationTypeTransformation]
    public IntegrationType? Type { get; set; }

    private protected override void Process() => ForEach(Name, name => WriteObject(Runtime.GetConfigs(name, Type), enumerateCollection: true));
}
