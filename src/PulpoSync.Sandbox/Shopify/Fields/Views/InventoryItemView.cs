namespace PulpoSync.Sandbox.Shopify;

/// <summary>The stock-keeping side of a variant.</summary>
internal sealed record InventoryItemView(ProductVariant Variant);
