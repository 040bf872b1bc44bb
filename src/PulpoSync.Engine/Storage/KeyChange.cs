using PulpoSync.Engine.Diagnostics;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// Gives a store another key. The new one is durable beside the old one before anything is protected with it; one transaction then changes all that the old one
/// protects, together with the fingerprint that says which of the two counts; and only then it takes the old one's place. Wherever that is broken off, whoever
/// opens the store finds its key by the fingerprint, and completes it.
/// </summary>
/// <param name="path">Path of the store.</param>
/// <param name="variable">Reads environment variables.</param>
internal sealed class KeyChange(string path, Func<string, string?> variable)
{
    // What is hashed cannot be hashed again without its content. What a destination has is then not known, so that the next run compares it, as after -Full; a token
    // is got anew. Fingerprints of settings stay: nobody is in them, and they differ from the new ones, so that what they hold back is looked at once.
    private const string Forget = """
        UPDATE ledger SET hash = NULL, tried_hash = NULL WHERE hash IS NOT NULL OR tried_hash IS NOT NULL;
        DELETE FROM tokens;
        """;

    /// <summary>Changes it. What has the store open with the old key can no longer write to it.</summary>
    /// <param name="database">The store, opened with the old key.</param>
    /// <param name="old">The old key.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreBusy"/> while a run is at work; another error of the store or its key.</exception>
    public StoreKeyChange Run(Database database, StoreKey old, DateTimeOffset now)
    {
        // What is replaced is overwritten, so that neither the old key nor what it hashed stays readable in the file.
        database.Read(session => session.First("PRAGMA secure_delete = ON", row => row.Int(0)));
        var (key, secrets, documents) = database.Write(session =>
        {
            if (SqliteLeases.HolderNow(session, now) is { } holder) throw StoreErrors.AtWork(path, holder);
            var next = Next(old);
            HaltPoint.Reach(HaltPoint.KeyDrawn);
            var (from, to) = (new SecretProtector(old), new SecretProtector(next));
            var counts = (next, SqliteCredentials.Protect(session, from, to, path), SqliteDocuments.Protect(session, from, to));
            session.Script(Forget);
            KeyMark.Put(session, next);
            HaltPoint.Reach(HaltPoint.KeyChanging);
            return counts;
        });
        HaltPoint.Reach(HaltPoint.KeyChanged);
        // By a connection of its own: this one stands for the old key.
        using (var store = Database.Open(path)) key = Load(store);
        // Out of the log too; where somebody reads just now, with the log's next turn.
        database.Read(session => session.First("PRAGMA wal_checkpoint(TRUNCATE)", row => row.Int(0)));
        return new StoreKeyChange(path, key.Source, secrets, documents, now, Advice(key));
    }

    /// <summary>The store's key. Where a change was broken off before it lay in its place, it is put there.</summary>
    /// <param name="database">Store.</param>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreKeyNotFound"/>, <see cref="ErrorIds.StoreKeyWrong"/>.</exception>
    public StoreKey Load(Database database)
    {
        var fingerprint = database.Read(KeyMark.Of);
        try
        {
            return Complete(database, StoreKey.Load(path, variable, fingerprint));
        }
        catch (PulpoSyncException e) when (e.ErrorId == ErrorIds.StoreKeyWrong && database.Read(KeyMark.Of) != fingerprint)
        {
            // Changed at this very moment.
            return Load(database);
        }
    }

    private StoreKey Complete(Database database, StoreKey key)
    {
        if (key.Source != NextKey.FileOf(path)) return key;
        try
        {
            return database.Write(session =>
            {
                // Looked at again under the write lock: another process may have completed it, and begun the next one.
                if (NextKey.Find(path, variable)?.Fingerprint == KeyMark.Of(session)) NextKey.PutInPlace(path);
                return StoreKey.Load(path, variable, KeyMark.Of(session));
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The store opens with it where it is, and whoever opens it next tries again.
            return key;
        }
    }

    private StoreKey Next(StoreKey old)
    {
        if (old.Source is StoreKey.Variable or NextKey.Variable)
        {
            return NextKey.Find(path, variable) is { } given && given.Fingerprint != old.Fingerprint ? given : throw new PulpoSyncException(
                ErrorIds.StoreKeyNotFound,
                $"The store's key comes from {StoreKey.Variable}, which cannot be changed from here. Make a key (openssl rand -base64 32, or in PowerShell: "
                + "[Convert]::ToBase64String([Security.Cryptography.RandomNumberGenerator]::GetBytes(32))), "
                + $"set {NextKey.Variable} to it, beside {StoreKey.Variable} as it is, here and wherever PulpoSync runs with this store, and type the same again.",
                NextKey.Variable);
        }

        try
        {
            // Where the last change could not be completed, the store's own key lies where the next one is drawn.
            if (NextKey.Find(path, variable)?.Fingerprint == old.Fingerprint) NextKey.PutInPlace(path);
            return NextKey.Draw(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.NotWritable(path, $"its key cannot be changed ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static string Advice(StoreKey key) => key.Source == NextKey.Variable
        ? $"Wherever PulpoSync runs with this store: set {StoreKey.Variable} to the key of {NextKey.Variable}, then remove {NextKey.Variable}. Backups from before need the old key."
        : $"Keep a copy of {key.Source} elsewhere. Backups from before need the old key.";
}
