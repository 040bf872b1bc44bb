using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify.Inventory;

/// <summary>An inventory item, and what the location in question has of it.</summary>
/// <param name="Id">Shopify's id.</param>
/// <param name="Sku">SKU without blanks around it.</param>
/// <param name="IsTracked">False where Shopify does not count it.</param>
/// <param name="Level">What the location has; null where it was never stocked there.</param>
internal sealed record StockItem(string Id, string Sku, bool IsTracked, ShelfLevel? Level)
{
    public static StockItem Read(JsonElement node) => new(
        node.Text("id") ?? "", node.Text("sku")?.Trim() ?? "", node.Flag("tracked"), ShelfLevel.Read(node.Get("inventoryLevel")));
}
