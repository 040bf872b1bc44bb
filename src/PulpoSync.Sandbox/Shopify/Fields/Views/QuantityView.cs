namespace PulpoSync.Sandbox.Shopify;

/// <summary>One quantity of a stock level.</summary>
internal sealed record QuantityView(InventoryLevel Level, string Name, int Quantity);
