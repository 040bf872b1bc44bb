using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <content>Which products are transferred, and as what.</content>
public abstract partial class SettingsCommand
{
    /// <summary>The destination's supplier of products that have none there.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Supplier { get; set; }

    /// <summary>Write the product's tags as categories of the destination.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter TagsToCategories { get; set; }

    /// <summary>Where the price comes from.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string? PriceFrom { get; set; }

    /// <summary>Leave out what needs no shipping.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter PhysicalOnly { get; set; }

    /// <summary>States of the products to transfer.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string[]? ProductStatus { get; set; }

    /// <summary>Language of the products' texts.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Language { get; set; }

    /// <summary>Tag of products that are kept in lots.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LotTag { get; set; }

    /// <summary>Tag of products that have serial numbers.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SerialTag { get; set; }
}
