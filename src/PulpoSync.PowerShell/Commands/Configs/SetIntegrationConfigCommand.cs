using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Changes an integration. What is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "IntegrationConfig", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationConfig))]
public sealed class SetIntegrationConfigCommand : ConfigDefinitionCommand
{
    /// <summary>Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Credential to read from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CredentialNameCompleter))]
    public string? Source { get; set; }

    /// <summary>Credential to write to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CredentialNameCompleter))]
    public string? Destination { get; set; }

    /// <summary>Give the changed integration back.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => ForEach([Name], name =>
    {
        var definition = Definition(name, type: null, Text(nameof(Source)), Text(nameof(Destination)));
        if (!ShouldProcess(name, "Change integration")) return;
        var changed = Wait(Runtime.SetConfigAsync(definition, Cancellation));
        if (PassThru) WriteObject(changed);
    });
}
