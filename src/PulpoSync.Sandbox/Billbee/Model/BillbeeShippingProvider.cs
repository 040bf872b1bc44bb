using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>A contract with a carrier, as the account has set it up. Billbee names its fields in lower case.</summary>
/// <param name="Id">Billbee's id.</param>
/// <param name="Name">The name.</param>
/// <param name="Products">What can be sent with it.</param>
public sealed record BillbeeShippingProvider(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("products")] IReadOnlyList<BillbeeShippingProduct> Products);
