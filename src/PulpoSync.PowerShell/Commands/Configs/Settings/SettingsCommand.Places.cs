using System.Collections;
using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <content>Where goods lie, and whose they are.</content>
public abstract partial class SettingsCommand
{
    /// <summary>The one warehouse for all locations.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Warehouse { get; set; }

    /// <summary>Warehouses by location.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MapTransformation]
    public IDictionary? WarehouseMap { get; set; }

    /// <summary>The destination's merchant.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Merchant { get; set; }

    /// <summary>The merchant's channel.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? MerchantChannel { get; set; }
}
