namespace PulpoSync.Sandbox.Pulpo;

internal sealed record FulfillmentItem
{
    public long Id { get; init; }
    public long FulfillmentOrderId { get; init; }
    public long SalesItemId { get; init; }
    public long? ProductId { get; init; }
    public long? Quantity { get; init; }
    public long FulfilledQuantity { get; init; }
    public string? LineOrderId { get; init; }
    public string? State { get; init; }
}
