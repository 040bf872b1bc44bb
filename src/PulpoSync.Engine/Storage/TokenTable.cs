namespace PulpoSync.Engine.Storage;

/// <summary>Reads and writes tokens and the state of their logins.</summary>
internal static class TokenTable
{
    /// <summary>The state of one token; null: never asked for.</summary>
    public static TokenState? Find(Session session, TokenId id) => session.First(
        "SELECT value, expires_at, last_login_at, paused_until FROM tokens WHERE key = ?1 AND secret_mark = ?2",
        row => new TokenState(row.BytesOrNull(0), row.MomentOrNull(1), row.MomentOrNull(2), row.MomentOrNull(3)),
        id.Key, id.SecretMark);

    /// <summary>Logins of this key that were begun and not ended, with whatever secret.</summary>
    public static List<(string Process, DateTimeOffset Until)> Logins(Session session, string key) => session.All(
        "SELECT login_process, login_until FROM tokens WHERE key = ?1 AND login_id IS NOT NULL", row => (row.Text(0), row.Moment(1)), key);

    /// <summary>Notes that a login begins.</summary>
    public static void BeginLogin(Session session, TokenId id, string loginId, string process, DateTimeOffset now, DateTimeOffset until)
    {
        session.Execute("UPDATE tokens SET login_id = NULL WHERE key = ?1", id.Key);
        session.Execute(
            """
            INSERT INTO tokens (key, secret_mark, login_id, login_process, login_until, last_login_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (key, secret_mark) DO UPDATE SET login_id = excluded.login_id, login_process = excluded.login_process,
                login_until = excluded.login_until, last_login_at = excluded.last_login_at
            """,
            id.Key, id.SecretMark, loginId, process, until, now);
    }

    /// <summary>Notes that a login has ended, unless another one has begun meanwhile.</summary>
    public static void EndLogin(Session session, TokenId id, string loginId) => session.Execute(
        "UPDATE tokens SET login_id = NULL WHERE key = ?1 AND secret_mark = ?2 AND login_id = ?3", id.Key, id.SecretMark, loginId);

    /// <summary>Keeps a new token; earlier refusals are forgotten.</summary>
    public static void Keep(Session session, TokenId id, byte[] value, DateTimeOffset expiresAt) => session.Execute(
        "UPDATE tokens SET value = ?3, expires_at = ?4, refusals = 0, paused_until = NULL WHERE key = ?1 AND secret_mark = ?2",
        id.Key, id.SecretMark, value, expiresAt);

    /// <summary>Notes a refusal: the pause grows with each in a row.</summary>
    public static void Pause(Session session, TokenId id, DateTimeOffset now, IReadOnlyList<TimeSpan> pauses)
    {
        var before = session.First("SELECT refusals FROM tokens WHERE key = ?1 AND secret_mark = ?2", row => row.Int(0), id.Key, id.SecretMark);
        session.Execute(
            "UPDATE tokens SET value = NULL, refusals = ?3, paused_until = ?4 WHERE key = ?1 AND secret_mark = ?2",
            id.Key, id.SecretMark, before + 1, now + pauses[Math.Min(before, pauses.Count - 1)]);
    }
}
