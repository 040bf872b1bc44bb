using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>A kind of parcel of a shipping provider. Billbee names its fields in lower case.</summary>
/// <param name="Id">Billbee's id.</param>
/// <param name="DisplayName">The name that people see.</param>
/// <param name="ProductName">The carrier's name for it.</param>
public sealed record BillbeeShippingProduct(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("displayName")] string DisplayName,
    [property: JsonPropertyName("productName")] string ProductName)
{
    /// <summary>The carrier of Billbee's list that takes the parcels: 2 is DHL.</summary>
    [JsonIgnore]
    public int Carrier { get; init; } = 2;
}
