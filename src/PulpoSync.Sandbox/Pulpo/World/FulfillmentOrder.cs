namespace PulpoSync.Sandbox.Pulpo;

/// <summary>The part of a sales order that is picked and packed together. The emulation keeps one per sales order.</summary>
internal sealed record FulfillmentOrder : OutgoingOrder
{
    public long SalesOrderId { get; init; }
    public string? SequenceNumber { get; init; }
    public IReadOnlyList<FulfillmentItem> Items { get; init; } = [];
}
