using System.Security.Cryptography;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Tokens, logins and the ban of those who log in too often.</summary>
internal sealed class AccessControl(PulpoWorld world)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (PulpoUser User, DateTimeOffset Ends)> _tokens = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _logins = new();
    private readonly Queue<DateTimeOffset> _requests = new();
    private DateTimeOffset _bannedUntil;

    /// <summary>Logins that gave a token.</summary>
    public int Logins { get; private set; }

    /// <summary>Logins that were refused.</summary>
    public int FailedLogins { get; private set; }

    /// <summary>PULPO bans the client's address, so that a ban stops every request. Here all clients have one address.</summary>
    public bool Banned => world.Clock < _bannedUntil;

    public void Ban(TimeSpan duration) => _bannedUntil = world.Clock + duration;

    public void LiftBan() => _bannedUntil = default;

    /// <summary>Tokens that were given and not taken back.</summary>
    public IReadOnlyCollection<string> Tokens => _tokens.Keys;

    /// <summary>Counts a request; false when it is one too many within the minute.</summary>
    public bool Admit() => world.Options.RequestsPerMinute is not { } limit || CountIn(_requests) <= limit;

    /// <summary>Counts a login, which may bring a ban; a token, or null for a wrong name or password.</summary>
    public string? Login(string username, string password)
    {
        if (CountIn(_logins) > world.Options.LoginsPerMinute) Ban(world.Options.BanDuration);
        var user = world.Users.Find(u => u.Username == username && u.Password == password);
        if (user is null)
        {
            FailedLogins++;
            return null;
        }
        Logins++;
        var token = $"sandbox.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        _tokens[token] = (user, world.Clock + world.Options.TokenLifetime);
        return token;
    }

    /// <summary>Whose token it is; null for one that is unknown, revoked or too old.</summary>
    public PulpoUser? UserOf(string? authorization)
    {
        const string scheme = "Bearer ";
        return authorization?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true
            && _tokens.TryGetValue(authorization[scheme.Length..].Trim(), out var token)
            && world.Clock < token.Ends ? token.User : null;
    }

    public void Revoke(string? authorization)
    {
        if (authorization is not null) _tokens.Remove(authorization.Split(' ')[^1]);
    }

    public void RevokeAll() => _tokens.Clear();

    private int CountIn(Queue<DateTimeOffset> times)
    {
        var now = world.Clock;
        while (times.TryPeek(out var first) && now - first >= Minute) times.Dequeue();
        times.Enqueue(now);
        return times.Count;
    }
}
