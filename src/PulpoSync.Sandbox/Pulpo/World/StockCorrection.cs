namespace PulpoSync.Sandbox.Pulpo;

internal sealed record StockCorrection : Entity
{
    public string? SequenceNumber { get; init; }
    public long WarehouseId { get; init; }
    public long? OwnerId { get; init; }
    public string? Comment { get; init; }
    public IReadOnlyList<StockCorrectionItem> Items { get; init; } = [];
    public IReadOnlyList<object> ReasonCodes { get; init; } = [];
}
