using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>Keeps tokens for the life of a test, and counts the logins.</summary>
internal sealed class MemoryTokens : ITokenCache
{
    private readonly Dictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);

    public List<AccessToken> Logins { get; } = [];

    public async Task<string> GetAsync(
        string key, string secretMark, string? rejected, Func<CancellationToken, Task<AccessToken>> login, CancellationToken cancellationToken)
    {
        if (_tokens.TryGetValue(key, out var known) && known.Value != rejected) return known.Value;
        var token = _tokens[key] = await login(cancellationToken);
        Logins.Add(token);
        return token.Value;
    }
}
