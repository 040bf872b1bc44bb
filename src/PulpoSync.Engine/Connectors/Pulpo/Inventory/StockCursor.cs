using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Pulpo.Inventory;

/// <summary>How far the stock of a tenant was read. Its times are the tenant's own.</summary>
internal sealed record StockCursor
{
    /// <summary>Time of the newest stock record; null: there was none.</summary>
    public string? Moved { get; init; }
    /// <summary>Time of the newest change of a sales order; null: there was none.</summary>
    public string? Ordered { get; init; }
    /// <summary>Time of the newest change of a packing order; null: there was none, or it was not asked.</summary>
    public string? Packed { get; init; }
    /// <summary>Replenishments that were open. Their list tells no time of change: whatever comes to it or leaves it has changed what is available.</summary>
    public IReadOnlyList<StockTask> Open { get; init; } = [];
    /// <summary>Greatest id of a product.</summary>
    public long LastProduct { get; init; }
    /// <summary>Settings and places that it was read for.</summary>
    public string? For { get; init; }

    /// <summary>Reads a cursor; null where there is none, or one of another form: then everything is read.</summary>
    public static StockCursor? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, PulpoJson.Default.StockCursor);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToText() => JsonSerializer.Serialize(this, PulpoJson.Default.StockCursor);
}

/// <summary>An open replenishment and the products that it holds back.</summary>
internal sealed record StockTask(long Id, long Warehouse, IReadOnlyList<long> Products);
