using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <content>How an order is written at the destination.</content>
public abstract partial class SettingsCommand
{
    /// <summary>Keep the shop's prefix and suffix of the order number.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter OrderNumberAffixes { get; set; }

    /// <summary>Own text before the order number.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? NumberPrefix { get; set; }

    /// <summary>Write the order's tags into the destination's criterium.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter TagsToCriterium { get; set; }

    /// <summary>Take the delivery date from a tag.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter DeliveryDateFromTag { get; set; }

    /// <summary>Beginnings of the tag that holds the delivery date.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? DeliveryDateTag { get; set; }

    /// <summary>The destination's customer for orders without one.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? FallbackCustomer { get; set; }

    /// <summary>The destination's customer for counter sales.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Customer { get; set; }

    /// <summary>Take over an order of the same number that another tool has written.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter AdoptExisting { get; set; }
}
