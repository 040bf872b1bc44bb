using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Lists credentials, without their secrets.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationCredential")]
[OutputType(typeof(IntegrationCredential))]
public sealed class GetIntegrationCredentialCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CredentialNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Only credentials of this system.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SystemCompleter))]
    public string? System { get; set; }

    private protected override void Process() =>
        ForEach(Name, name => WriteObject(Runtime.GetCredentials(name, System), enumerateCollection: true));
}
