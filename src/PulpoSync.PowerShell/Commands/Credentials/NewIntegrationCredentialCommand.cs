using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Saves access to a system, after asking the system whether it works.</summary>
[Cmdlet(VerbsCommon.New, "IntegrationCredential", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationCredential))]
public sealed class NewIntegrationCredentialCommand : CredentialDefinitionCommand
{
    /// <summary>Unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Name { get; set; } = "";

    /// <summary>System.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SystemCompleter))]
    [AllowEmptyString]
    public string System { get; set; } = "";

    private protected override void Process() => ForEach([Name], name =>
    {
        var definition = Definition(name, System);
        if (ShouldProcess($"{name} ({System})", "New credential")) WriteObject(Wait(Runtime.NewCredentialAsync(definition, Cancellation)));
    });
}
