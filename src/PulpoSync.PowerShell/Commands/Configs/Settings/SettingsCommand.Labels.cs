using System.Collections;
using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <content>Which labels are made, and how they come back.</content>
public abstract partial class SettingsCommand
{
    /// <summary>Provider and product of the label, by the warehouse's shipping method.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MapTransformation]
    public IDictionary? LabelMap { get; set; }

    /// <summary>Shipping provider for shipping methods that the map does not name.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LabelProvider { get; set; }

    /// <summary>The provider's product for these.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LabelProduct { get; set; }

    /// <summary>Make labels only where the warehouse asks for them.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter FetchLabelOnly { get; set; }

    /// <summary>How the label's file goes to the warehouse.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string? LabelUpload { get; set; }
}
