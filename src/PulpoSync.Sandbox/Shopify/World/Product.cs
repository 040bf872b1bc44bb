namespace PulpoSync.Sandbox.Shopify;

/// <summary>A product.</summary>
public sealed record Product(long Id, string Title, string Vendor, string ProductType, string? Category, bool IsGiftCard);
