using System.Management.Automation;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Accepts a map as text too, <c>Berlin=1;Hamburg=2</c>, so that it fits into a cell of a table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MapTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not string text) return value;
        return SettingText.ParseMap(text, out var fault)
            ?? throw new ArgumentTransformationMetadataException($"'{fault}' is no pair. Write from=to, several parted by ';': Berlin=1;Hamburg=2.");
    }
}
