using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <content>Which orders are imported, of the shop's website and of its counter.</content>
public abstract partial class SettingsCommand
{
    /// <summary>Financial states to import.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string[]? FinancialStatus { get; set; }

    /// <summary>Fulfillment states to import.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string[]? FulfillmentStatus { get; set; }

    /// <summary>States of the whole order to import, in the words of the system it comes from.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string[]? OrderStatus { get; set; }

    /// <summary>States that cancel the order at the destination.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string[]? CancelStatus { get; set; }

    /// <summary>Tags that an order needs, all of them.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? Tag { get; set; }

    /// <summary>Shop accounts whose orders are imported.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? ShopAccount { get; set; }

    /// <summary>What happens to an order that was split off from or merged with another.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string? ChildOrders { get; set; }

    /// <summary>Orders created earlier are left out.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MomentTransformation]
    public string? StartFrom { get; set; }

    /// <summary>Import test orders too.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter IncludeTest { get; set; }

    /// <summary>Import orders for pick-up, local and retail delivery too.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter IncludePickup { get; set; }
}
