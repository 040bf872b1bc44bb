using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

internal sealed record SalesItem
{
    public long Id { get; init; }
    public long SalesOrderId { get; init; }
    public long? ProductId { get; init; }
    public long? Quantity { get; init; }
    public long FulfilledQuantity { get; init; }
    public string? LineOrderId { get; init; }
    public string? Notes { get; init; }
    public DateTime? RequiredDate { get; init; }
    public JsonElement? Attributes { get; init; }
    public string? State { get; init; }
    public IReadOnlyList<JsonElement> Batches { get; init; } = [];
    public DateTime InsertedAt { get; init; }
    public DateTime UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Product? Product { get; init; }
}
