using System.Collections;
using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <content>What the shop is told of orders and parcels.</content>
public abstract partial class SettingsCommand
{
    /// <summary>When a shipment is told.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string? ShipWhen { get; set; }

    /// <summary>Let the shop write to its customer.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter NotifyCustomer { get; set; }

    /// <summary>Names of carriers, as the shop spells them, by the destination's code.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MapTransformation]
    public IDictionary? CarrierMap { get; set; }

    /// <summary>Hours in which late tracking numbers are looked for.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? TrackingHours { get; set; }

    /// <summary>Tag that an imported order gets.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ImportedTag { get; set; }

    /// <summary>State that an order gets when all of it is packed.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string? PackedStatus { get; set; }

    /// <summary>Write lot and serial numbers into the order's note.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter LotsToNote { get; set; }
}
