namespace PulpoSync.Sandbox;

/// <summary>A Shopify shop to emulate.</summary>
public sealed record ShopOptions
{
    /// <summary>The shop's name, as in <c>{name}.myshopify.com</c>.</summary>
    public required string Name { get; init; }
}
