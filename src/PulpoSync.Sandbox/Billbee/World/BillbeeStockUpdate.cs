namespace PulpoSync.Sandbox.Billbee;

/// <summary>
/// What a client asks for an article's stock. <c>OldQuantity</c> and <c>DeltaQuantity</c> are not here, as Billbee passes them over.
/// </summary>
internal sealed record BillbeeStockUpdate
{
    public long? BillbeeId { get; init; }

    public string? Sku { get; init; }

    public long? StockId { get; init; }

    public decimal? NewQuantity { get; init; }

    public bool AutosubtractReservedAmount { get; init; }
}
