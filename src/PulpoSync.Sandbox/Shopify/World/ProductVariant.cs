namespace PulpoSync.Sandbox.Shopify;

/// <summary>What is sold: a variant of a product.</summary>
/// <param name="Id">The numeric id.</param>
/// <param name="Product">Its product.</param>
/// <param name="Title">The variant's title; null for a product without variants.</param>
/// <param name="Sku">The article number; may be empty, and need not be unique.</param>
/// <param name="Barcode">The bar code, or null.</param>
/// <param name="Price">Price in the shop's currency.</param>
/// <param name="RequiresShipping">False for downloads and most gift cards.</param>
/// <param name="Grams">Weight of one.</param>
public sealed record ProductVariant(
    long Id, Product Product, string? Title, string? Sku, string? Barcode, decimal Price, bool RequiresShipping = true, int Grams = 500);
