using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods of one line; <c>rejected</c> when they are not fit to be stock.</summary>
internal sealed record IncomingGoodItem
{
    public long Id { get; init; }
    public long IncomingGoodId { get; init; }
    public long ProductId { get; init; }
    public long Quantity { get; init; }
    public string State { get; init; } = "accepted";
    public long? BatchId { get; init; }
    public long? DestinationLocationId { get; init; }
    public string? LineOrderId { get; init; }
    public string? LineItemNumber { get; init; }
    public string? Notes { get; init; }
    public IReadOnlyList<ReasonCode> ReasonCodes { get; init; } = [];
    public DateTime InsertedAt { get; init; }
    public DateTime UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Product? Product { get; init; }
}
