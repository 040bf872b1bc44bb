namespace PulpoSync.Records;

/// <summary>What one warehouse has of one article, as of when it was read.</summary>
public sealed record StockLevel
{
    /// <summary>The source's key: warehouse and article, parted by a slash.</summary>
    public required string Key { get; init; }
    /// <summary>Article number; null or blank where the article has none.</summary>
    public string? Sku { get; init; }
    /// <summary>Name of the warehouse.</summary>
    public required string Warehouse { get; init; }
    /// <summary>The source's key of the warehouse.</summary>
    public required string WarehouseKey { get; init; }
    /// <summary>Pieces that may still be promised; below zero where more is promised than there is.</summary>
    public required int Available { get; init; }
    /// <summary>Pieces that lie there and have not been packed, without returned ones. Null where only what is available was asked for.</summary>
    public int? OnHand { get; init; }

    /// <summary>What is to be told, and to whom: filled in by the flow for a write.</summary>
    public StockTarget? Target { get; init; }
}
