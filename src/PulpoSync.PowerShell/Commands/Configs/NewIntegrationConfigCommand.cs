using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Saves an integration: what flows from which system to which, how and when.</summary>
[Cmdlet(VerbsCommon.New, "IntegrationConfig", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationConfig))]
public sealed class NewIntegrationConfigCommand : ConfigDefinitionCommand
{
    /// <summary>Unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Name { get; set; } = "";

    /// <summary>What flows.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [IntegrationTypeTransformation]
    public IntegrationType Type { get; set; }

    /// <summary>Credential to read from.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CredentialNameCompleter))]
    [AllowEmptyString]
    public string Source { get; set; } = "";

    /// <summary>Credential to write to.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CredentialNameCompleter))]
    [AllowEmptyString]
    public string Destination { get; set; } = "";

    private protected override void Process() => ForEach([Name], name =>
    {
        var definition = Definition(name, Type, Source, Destination);
        if (ShouldProcess($"{name}: {Type.ToStoredName()} {Source} -> {Destination}", "New integration"))
            WriteObject(Wait(Runtime.NewConfigAsync(definition, Cancellation)));
    });
}
