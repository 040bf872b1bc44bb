using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <content>Which quantity is told, and when.</content>
public abstract partial class SettingsCommand
{
    /// <summary>The shop's quantity that is set.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string? Quantity { get; set; }

    /// <summary>Stock location that is told.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? StockLocation { get; set; }

    /// <summary>Begin to stock what the shop does not stock at the location.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter ActivateMissing { get; set; }

    /// <summary>Let the destination take off what its own orders have reserved.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter SubtractReserved { get; set; }

    /// <summary>Wait until the orders were read.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter OrdersFirst { get; set; }
}
