namespace PulpoSync.Sandbox.Shopify;

/// <summary>Whether a product can be sold.</summary>
public enum ProductStatus
{
    Active,
    Archived,
    Draft,
    Unlisted,
}
