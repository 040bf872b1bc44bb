using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <content>What the shop is told of goods that came back.</content>
public abstract partial class SettingsCommand
{
    /// <summary>Register the return in the shop.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter RegisterReturn { get; set; }

    /// <summary>Refund the goods.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter RefundGoods { get; set; }

    /// <summary>Refund the shipping cost.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter RefundShipping { get; set; }

    /// <summary>What becomes of goods that were not accepted.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingChoiceCompleter))]
    public string? Rejected { get; set; }
}
