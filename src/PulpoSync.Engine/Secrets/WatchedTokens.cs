using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Secrets;

/// <summary>Makes every access token known to the redactor as it is handed out: from then on no message can contain it.</summary>
internal sealed class WatchedTokens(ITokenCache tokens, Redactor redactor) : ITokenCache
{
    private volatile string? _known;

    public async Task<string> GetAsync(
        string key, string secretMark, string? rejected, Func<CancellationToken, Task<AccessToken>> login, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(key, secretMark, rejected, login, cancellationToken).ConfigureAwait(false);
        // Asked for with every request: only a new one is worth the redactor's while.
        if (token != _known) redactor.Register(token);
        _known = token;
        return token;
    }
}
