namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods that came in: bought, returned, or without a document.</summary>
internal sealed record IncomingGood : Entity
{
    public string? SequenceNumber { get; init; }
    public string DocumentType { get; init; } = "none";
    public long? WarehouseId { get; init; }
    public long? PurchaseOrderId { get; init; }
    public long? SalesOrderId { get; init; }
    public long? ThirdPartyId { get; init; }
    public long? OwnerId { get; init; }
    public DateTime? StartDate { get; init; }
    public DateTime? EndDate { get; init; }
    public string? Criterium { get; init; }
    public string? Notes { get; init; }
    public long? MerchantId { get; init; }
    public long? MerchantChannelId { get; init; }
    public IReadOnlyList<ReasonCode> ReasonCodes { get; init; } = [];
    public IReadOnlyList<IncomingGoodItem> Items { get; init; } = [];
}
