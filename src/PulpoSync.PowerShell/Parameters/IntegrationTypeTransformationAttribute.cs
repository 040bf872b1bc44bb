using System.Management.Automation;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Accepts every word for an integration type: <c>sales_orders</c>, <c>SalesOrders</c>, <c>Verkaufsaufträge</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IntegrationTypeTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not string text) return value;
        if (IntegrationTypes.TryParse(text, out var type)) return type;

        var names = string.Join(", ", Enum.GetValues<IntegrationType>().Select(t => t.ToStoredName()));
        throw new ArgumentTransformationMetadataException($"'{text}' is no integration type. Use one of: {names}.");
    }
}
