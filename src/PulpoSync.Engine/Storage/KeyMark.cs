using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Storage;

/// <summary>What the store says of its key: the fingerprint, by which it is told from every other key, and which changes with it.</summary>
internal static class KeyMark
{
    private const string Name = "key_fingerprint";

    /// <summary>The fingerprint; null where there is none.</summary>
    public static string? Of(Session session) => session.First("SELECT value FROM meta WHERE name = ?1", row => row.Text(0), Name);

    /// <summary>From now on the store has this key.</summary>
    public static void Put(Session session, StoreKey key) => session.Execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)", Name, key.Fingerprint);
}
