namespace PulpoSync.Sandbox;

/// <summary>One emulated Shopify shop.</summary>
public sealed class ShopifyShop(ShopOptions options, TimeProvider time)
{
    /// <summary>How it was made.</summary>
    public ShopOptions Options { get; } = options;

    internal TimeProvider Time { get; } = time;
}
