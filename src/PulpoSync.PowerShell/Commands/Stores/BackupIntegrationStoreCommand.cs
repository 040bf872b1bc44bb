using System.Management.Automation;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Copies the store into a file, also while runs are at work. The key is not in it.</summary>
[Cmdlet(VerbsData.Backup, "IntegrationStore", SupportsShouldProcess = true)]
[OutputType(typeof(StoreBackup))]
public sealed class BackupIntegrationStoreCommand : IntegrationCommand
{
    /// <summary>File, or a folder, in which the file is named by the moment.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Replace the file where it is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var file = GetUnresolvedProviderPathFromPSPath(Path);
        if (ShouldProcess(file, "Back up the store")) WriteObject(Runtime.BackupStore(file, Force));
    }
}
