using System.Management.Automation;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Lets a switch bind to a column of a table, where on and off are words: true, yes, ja, 1; false, no, nein, 0. Blank is off.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SwitchTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is string text
            ? SwitchWords.Parse(text) ?? throw new ArgumentTransformationMetadataException($"'{text}' is neither on nor off. Use true or false.")
            : value;
    }
}
