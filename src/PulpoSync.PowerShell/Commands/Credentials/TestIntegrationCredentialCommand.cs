using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Asks systems whether credentials work.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IntegrationCredential")]
[OutputType(typeof(CredentialCheck), typeof(bool))]
public sealed class TestIntegrationCredentialCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CredentialNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Give true or false only.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process() => ForEach(Name, pattern =>
    {
        var names = Runtime.GetCredentials(pattern).Select(credential => credential.Name).ToArray();
        ForEach(names, name =>
        {
            var check = Wait(Runtime.TestCredentialAsync(name, Cancellation));
            WriteObject(Quiet ? check.Succeeded : check);
        });
    });
}
