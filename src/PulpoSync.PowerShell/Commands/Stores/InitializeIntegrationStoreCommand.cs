using System.Management.Automation;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Makes the store and its key where they are missing, and lets accounts use them.</summary>
[Cmdlet(VerbsData.Initialize, "IntegrationStore", SupportsShouldProcess = true)]
[OutputType(typeof(StoreInfo))]
public sealed class InitializeIntegrationStoreCommand : IntegrationCommand
{
    /// <summary>Who will run the integrations.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[]? Account { get; set; }

    private protected override void Process()
    {
        var action = "Create the store where it is missing";
        if (Account is not null) action += $" and give it to {string.Join(", ", Account)}";
        if (ShouldProcess(StorePath ?? "the default store", action)) WriteObject(Runtime.InitializeStore(Account));
    }
}
