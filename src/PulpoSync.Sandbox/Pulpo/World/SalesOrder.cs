using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

internal sealed record SalesOrder : OutgoingOrder
{
    public IReadOnlyList<SalesItem> Items { get; init; } = [];
    public IReadOnlyList<string> ReturnLabels { get; init; } = [];
    public IReadOnlyList<JsonElement> Attachments { get; init; } = [];

    /// <summary>Whether a worker has taken the picking task; PULPO shows it on the task, not on the order.</summary>
    [JsonIgnore]
    public bool PickingTaken { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FulfillmentOrder>? FulfillmentOrders { get; init; }

    public ShippingMethod? ShippingMethod { get; init; }

    public ThirdParty? ThirdParty { get; init; }

    public Warehouse? Warehouse { get; init; }

    /// <summary>How many of each product the order wants.</summary>
    [JsonIgnore]
    public IEnumerable<(StockKey Key, long Amount)> Quantities => WarehouseId is not { } warehouse ? [] :
        Items.Where(i => i.ProductId is not null)
            .GroupBy(i => i.ProductId!.Value, (product, items) => (new StockKey(product, warehouse), items.Sum(i => i.Quantity ?? 0)));
}
