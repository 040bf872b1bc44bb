namespace PulpoSync.Sandbox.Shopify;

/// <summary>The access tokens of a shop: permanent ones from its options, and those given by the client credentials grant.</summary>
internal sealed class TokenStore(ShopifyShop shop, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _issued = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Gives a new token. The older ones stay valid until they expire.</summary>
    public string Issue()
    {
        lock (_lock)
        {
            var token = $"shpat_sandbox_{shop.Options.Name}_{++_count}";
            _issued[token] = time.GetUtcNow() + shop.Options.TokenLifetime;
            return token;
        }
    }

    public bool IsValid(string token)
    {
        lock (_lock)
        {
            return shop.Options.EffectiveTokens.Contains(token) || (_issued.TryGetValue(token, out var expiry) && time.GetUtcNow() < expiry);
        }
    }

    public void Revoke()
    {
        lock (_lock) _issued.Clear();
    }
}
