namespace PulpoSync.Sandbox.Shopify;

/// <summary>Who asks, and what is noted while the request is executed.</summary>
internal sealed class RequestContext(ShopifyShop shop)
{
    public ShopifyShop Shop { get; } = shop;

    public IReadOnlyCollection<string> Scopes => Shop.Options.Scopes;

    /// <summary>Searches with something to warn about, for <c>extensions.search</c>.</summary>
    public List<SearchReport> Searches { get; } = [];

    public bool HasScope(string scope) => FieldAccess.Includes(Scopes, scope);
}
