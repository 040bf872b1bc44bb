namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Finds the lines that people mean.</summary>
internal static class OrderLines
{
    /// <summary>Whether a line is meant by its id, as the client sent it, or by its product's SKU.</summary>
    public static bool IsMeant(PulpoWorld world, SalesItem item, string line) =>
        item.LineOrderId == line || (item.ProductId is { } id && world.Products.Find(id)?.Sku == line);
}
