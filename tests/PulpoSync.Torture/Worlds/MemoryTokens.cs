using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Worlds;

/// <summary>Tokens of one process, shared by its connectors: one login at a time, as the contract says. Counts the logins.</summary>
internal sealed class MemoryTokens(TimeProvider time) : ITokenCache, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<(string Key, string Mark), AccessToken> _tokens = [];

    public IEnumerable<(string Key, string Mark)> Keys => _tokens.Keys;

    public List<AccessToken> Logins { get; } = [];

    public async Task<string> GetAsync(
        string key, string secretMark, string? rejected, Func<CancellationToken, Task<AccessToken>> login, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_tokens.TryGetValue((key, secretMark), out var token) && token.Value != rejected && token.ExpiresAt > time.GetUtcNow()) return token.Value;
            Logins.Add(_tokens[(key, secretMark)] = await login(cancellationToken));
            return Logins[^1].Value;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
