using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Removes credentials that no integration uses.</summary>
[Cmdlet(VerbsCommon.Remove, "IntegrationCredential", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveIntegrationCredentialCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CredentialNameCompleter))]
    public string[] Name { get; set; } = [];

    private protected override void Process() => ForEach(Name, pattern =>
    {
        var names = Runtime.GetCredentials(pattern).Select(credential => credential.Name).ToArray();
        ForEach(names, name =>
        {
            if (ShouldProcess(name, "Remove credential")) Runtime.RemoveCredential(name);
        });
    });
}
