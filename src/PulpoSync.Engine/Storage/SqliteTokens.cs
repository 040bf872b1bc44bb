using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Storage;

/// <summary>Access tokens, protected, and the brake on logins: one at a time, not too often, and after a refusal with growing pauses.</summary>
internal sealed class SqliteTokens(Database database, SecretProtector protector, KeyedHash hash, TimeProvider time, string self) : ITokenCache
{
    /// <summary>Logins with the same secret are at least so far apart, also where the system refuses each token at once.</summary>
    internal static readonly TimeSpan Spacing = TimeSpan.FromSeconds(10);

    /// <summary>How often a waiting process looks whether another one's login is done.</summary>
    internal static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    // A login that takes longer is given up by the others; that of a dead process at once.
    private static readonly TimeSpan LoginAtMost = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan[] Pauses = [.. new[] { 1, 2, 5, 15, 60 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    public async Task<string> GetAsync(
        string key, string secretMark, string? rejected, Func<CancellationToken, Task<AccessToken>> login, CancellationToken cancellationToken)
    {
        // The mark may be a plain hash of a password; at rest it is a keyed one.
        var id = new TokenId(key, hash.Of(Encoding.UTF8.GetBytes(secretMark)));
        // The usual case, without the write lock.
        if (database.Read(session => Cached(TokenTable.Find(session, id), id, rejected)) is { } cached) return cached;
        var loginId = Guid.NewGuid().ToString("N");
        while (true)
        {
            var step = database.Write(session => Decide(session, id, rejected, loginId));
            if (step.Token is { } token) return token;
            if (step.Wait is not { } wait) return await LoginAsync(id, loginId, login, cancellationToken).ConfigureAwait(false);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private Step Decide(Session session, TokenId id, string? rejected, string loginId)
    {
        var now = time.GetUtcNow();
        var own = TokenTable.Find(session, id);
        if (Cached(own, id, rejected) is { } token) return new Step(token, null);
        if (own?.PausedUntil > now) throw Paused(id, own.PausedUntil.Value);
        var isLoggingIn = TokenTable.Logins(session, id.Key).Exists(other => other.Until > now && !ProcessIdentity.IsSurelyDead(other.Process));
        if (isLoggingIn) return new Step(null, Poll);
        // Never negative where the clock went back.
        if (own?.LastLoginAt is { } last && now >= last && now - last < Spacing) return new Step(null, Spacing - (now - last));
        TokenTable.BeginLogin(session, id, loginId, self, now, now + LoginAtMost);
        return new Step(null, null);
    }

    private string? Cached(TokenState? own, TokenId id, string? rejected) =>
        own?.Value is { } box && own.ExpiresAt > time.GetUtcNow() && protector.UnprotectText(box, Place(id)) is { } token && token != rejected
            ? token
            : null;

    private async Task<string> LoginAsync(
        TokenId id, string loginId, Func<CancellationToken, Task<AccessToken>> login, CancellationToken cancellationToken)
    {
        try
        {
            var token = await login(cancellationToken).ConfigureAwait(false);
            database.Write(session => TokenTable.Keep(session, id, protector.Protect(token.Value, Place(id)), token.ExpiresAt));
            return token.Value;
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.Authentication or FailureKind.Authorization)
        {
            database.Write(session => TokenTable.Pause(session, id, time.GetUtcNow(), Pauses));
            throw;
        }
        finally
        {
            database.Write(session => TokenTable.EndLogin(session, id, loginId));
        }
    }

    private static FailureException Paused(TokenId id, DateTimeOffset until) => new(new Failure(
        FailureKind.Authentication, "LoginPaused",
        $"The last login of {Whose(id.Key)} was refused. "
        + FormattableString.Invariant($"The same secret is not tried again before {until:yyyy-MM-dd HH:mm:ss} UTC. ")
        + "Correct the credential (Set-IntegrationCredential): a changed one is tried at once."));

    private static string Whose(string key) => key.Split('|') is [_, var address, var user] ? $"\"{user}\" at {address}" : key;

    private static string Place(TokenId id) => $"token/{id.Key}/{id.SecretMark}";

    // A token; or how long to wait before asking again; or, with neither, the right to log in.
    private readonly record struct Step(string? Token, TimeSpan? Wait);
}
