using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>The settings of sales orders as parameters. A property marked with <see cref="SettingAttribute"/> is the setting of the same name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SalesOrderSettingsCommand : DefinitionCommand
{
    private static readonly Type Declaring = typeof(SalesOrderSettingsCommand);

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

    /// <summary>States that cancel the order at the destination.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string[]? CancelStatus { get; set; }

    /// <summary>Tags that an order needs, all of them.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? Tag { get; set; }

    /// <summary>Write the order's tags into the destination's criterium.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter TagsToCriterium { get; set; }

    /// <summary>Leave out what needs no shipping.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter PhysicalOnly { get; set; }

    /// <summary>Keep the shop's prefix and suffix of the order number.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter OrderNumberAffixes { get; set; }

    /// <summary>Own text before the order number.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? NumberPrefix { get; set; }

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

    /// <summary>Take over an order of the same number that another tool has written.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter AdoptExisting { get; set; }

    /// <summary>Records per page of the source.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? PageSize { get; set; }

    /// <summary>The given settings as text by name; null is the default.</summary>
    private protected Dictionary<string, string?> GivenSettings() => Declaring.GetProperties()
        .Where(property => property.DeclaringType == Declaring && property.IsDefined(typeof(SettingAttribute), inherit: false) && IsGiven(property.Name))
        .ToDictionary(property => property.Name, property => AsText(Value(property.Name)), StringComparer.OrdinalIgnoreCase);

    private static string? AsText(object? value) => value switch
    {
        SwitchParameter on => SettingText.From(on.ToBool()),
        string[] list => SettingText.FromList(list),
        _ => SettingText.From(value),
    };
}
