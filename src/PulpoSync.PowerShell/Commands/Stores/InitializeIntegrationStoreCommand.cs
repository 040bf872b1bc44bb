using System.Management.Automation;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Makes the store and its key where they are missing.</summary>
[Cmdlet(VerbsData.Initialize, "IntegrationStore", SupportsShouldProcess = true)]
[OutputType(typeof(StoreInfo))]
public sealed class InitializeIntegrationStoreCommand : IntegrationCommand
{
    private protected override void Process()
    {
        if (ShouldProcess(StorePath ?? "the default store", "Create the store where it is missing")) WriteObject(Runtime.InitializeStore());
    }
}
