using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Changes a credential, after asking the system whether it works. What is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "IntegrationCredential", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationCredential))]
public sealed class SetIntegrationCredentialCommand : CredentialDefinitionCommand
{
    /// <summary>Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CredentialNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Give the changed credential back.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => ForEach([Name], name =>
    {
        var definition = Definition(name, system: null);
        if (!ShouldProcess(name, "Change credential")) return;
        var changed = Wait(Runtime.SetCredentialAsync(definition, Cancellation));
        if (PassThru) WriteObject(changed);
    });
}
