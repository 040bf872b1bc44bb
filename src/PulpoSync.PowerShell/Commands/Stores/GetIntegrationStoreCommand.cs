using System.Management.Automation;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Says which store is used and where its key comes from.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationStore")]
[OutputType(typeof(StoreInfo))]
public sealed class GetIntegrationStoreCommand : IntegrationCommand
{
    private protected override void Process() => WriteObject(Runtime.GetStore());
}
