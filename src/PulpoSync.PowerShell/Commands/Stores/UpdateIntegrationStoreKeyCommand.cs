using System.Management.Automation;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Gives the store a new key and encrypts with it all that the old one protects.</summary>
[Cmdlet(VerbsData.Update, "IntegrationStoreKey", SupportsShouldProcess = true)]
[OutputType(typeof(StoreKeyChange))]
public sealed class UpdateIntegrationStoreKeyCommand : IntegrationCommand
{
    private protected override void Process()
    {
        if (!ShouldProcess(StorePath ?? "the default store", "Give the store a new key")) return;
        var change = Runtime.ChangeStoreKey();
        WriteObject(change);
        WriteWarning(change.Advice);
    }
}
