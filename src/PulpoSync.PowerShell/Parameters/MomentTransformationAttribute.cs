using System.Management.Automation;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Keeps a moment as it was meant: text without an offset stays so and is read in the integration's time zone.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is DateTime or DateTimeOffset ? SettingText.From(value) : value;
    }
}
