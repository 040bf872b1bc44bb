namespace PulpoSync.Sandbox.Shopify;

/// <summary>By how much one quantity of a level was changed.</summary>
public sealed record StockChange(InventoryLevel Level, string Name, int Delta);
