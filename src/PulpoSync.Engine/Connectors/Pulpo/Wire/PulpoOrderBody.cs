using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A sales order to make or to bring to a new content. What is null without being left out empties the field.</summary>
internal sealed record PulpoOrderBody
{
    public required string OrderNum { get; init; }
    public required string ExternalOrderNum { get; init; }
    public required string Type { get; init; }
    public required long WarehouseId { get; init; }
    public required long ThirdPartyId { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeliveryDate { get; init; }
    public string? Criterium { get; init; }
    public string? Channel { get; init; }
    public string? Notes { get; init; }
    public required IReadOnlyDictionary<string, JsonElement> Attributes { get; init; }
    public required PulpoShipTo ShipTo { get; init; }
    public required IReadOnlyList<PulpoOrderItemBody> Items { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MerchantId { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MerchantChannelId { get; init; }

    /// <summary>Never prints whose it is.</summary>
    public override string ToString() => $"PulpoOrderBody {OrderNum}";
}
