using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Storage;

/// <summary>The store in an SQLite file.</summary>
public sealed class SqliteStore : IStore
{
    private readonly Database _database;
    private readonly StoreKey _key;
    private readonly KeyChange _keyChange;
    private readonly TimeProvider _time;

    private SqliteStore(Database database, int schemaVersion, StoreKey key, KeyChange keyChange, TimeProvider time, bool created)
    {
        (_database, _key, _keyChange, _time) = (database, key, keyChange, time);
        database.Hold(key);
        var protector = new SecretProtector(key);
        var self = ProcessIdentity.Current;
        Info = new StoreInfo(database.Path, schemaVersion, key.Source, created);
        RestoredAt = Restored.At(database);
        Hash = new KeyedHash(key, "content");
        Credentials = new SqliteCredentials(database, protector, time);
        Integrations = new SqliteIntegrations(database, time);
        Runs = new SqliteRuns(database, new SqliteLeases(database, time, self), time);
        Protocol = new SqliteProtocol(database, time);
        Limits = new SqliteLimits(database, time, self);
        Documents = new SqliteDocuments(database, protector, time);
        Tokens = new SqliteTokens(database, protector, new KeyedHash(key, "tokens"), time, self);
    }

    /// <inheritdoc/>
    public StoreInfo Info { get; }

    /// <inheritdoc/>
    public DateTimeOffset? RestoredAt { get; }

    /// <inheritdoc/>
    public ICredentialStore Credentials { get; }

    /// <inheritdoc/>
    public IIntegrationStore Integrations { get; }

    /// <inheritdoc/>
    public IRunStore Runs { get; }

    /// <inheritdoc/>
    public IProtocolStore Protocol { get; }

    /// <inheritdoc/>
    public ILimitStore Limits { get; }

    /// <inheritdoc/>
    public ITokenCache Tokens { get; }

    /// <inheritdoc/>
    public IDocuments Documents { get; }

    /// <inheritdoc/>
    public IKeyedHash Hash { get; }

    /// <summary>
    /// Makes the store, its folder and its key where they are missing, for the owner alone, and opens it. A store that is there is only opened.
    /// Leaves nothing behind when it fails.
    /// </summary>
    /// <param name="path">Path of the file, as <see cref="StorePath.Resolve(string?)"/> gives it.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="PulpoSyncException">One of the store errors.</exception>
    public static SqliteStore Create(string path, TimeProvider time) => Create(path, time, Environment.GetEnvironmentVariable, Migration.All);

    /// <summary>Opens a store; never makes one. An older schema is brought up to date.</summary>
    /// <param name="path">Path of the file, as <see cref="StorePath.Resolve(string?)"/> gives it.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="PulpoSyncException">One of the store errors.</exception>
    public static SqliteStore Open(string path, TimeProvider time) => Open(path, time, Environment.GetEnvironmentVariable, Migration.All);

    /// <inheritdoc/>
    public StoreBackup Backup(string path, bool overwrite)
    {
        var now = _time.GetUtcNow();
        var place = BackupFile.Place(path, Info.Path, overwrite, now);
        BackupFile.Write(_database, place, overwrite, now);
        return new StoreBackup(place, new FileInfo(place).Length, Info.SchemaVersion, now, Info.KeySource);
    }

    /// <inheritdoc/>
    public StoreKeyChange ChangeKey() => _keyChange.Run(_database, _key, _time.GetUtcNow());

    internal static SqliteStore Create(string path, TimeProvider time, Func<string, string?> variable, IReadOnlyList<Migration> migrations)
    {
        var created = !Exists(path) && StoreBuilder.Build(path, time, variable, migrations);
        return Open(path, time, variable, migrations, created: created);
    }

    internal static SqliteStore Open(
        string path, TimeProvider time, Func<string, string?> variable, IReadOnlyList<Migration> migrations, TimeSpan? busyTimeout = null,
        bool created = false)
    {
        if (!Exists(path)) throw StoreErrors.NotFound(path);
        Restored.RefuseForeignLog(path);
        var database = Database.Open(path, busyTimeout);
        try
        {
            // Before anything is read: even a reader would leave SQLite's log and index beside the file, which the store's own account then could not write.
            if (database.IsReadOnly) throw StoreErrors.NotWritable(path, "it may only be read");
            Migrator.Inspect(database, migrations);
            if (database.IsCutOff) throw StoreErrors.Invalid(path, "its end is missing; restore a backup (Get-Help Backup-IntegrationStore tells how)");
            var keyChange = new KeyChange(path, variable);
            var key = keyChange.Load(database);
            Restored.Accept(database, time.GetUtcNow());
            database.UseWriteAheadLog();
            Migrator.Run(database, migrations, time);
            return new SqliteStore(database, migrations[^1].Version, key, keyChange, time, created);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Fills an empty file: the schema, and the fingerprint of the key.</summary>
    internal static void Fill(string path, StoreKey key, TimeProvider time, IReadOnlyList<Migration> migrations)
    {
        using var database = Database.Open(path);
        database.UseWriteAheadLog();
        Migrator.Run(database, migrations, time);
        database.Write(session => KeyMark.Put(session, key));
    }

    // File.Exists would call a file missing that this account only may not see.
    private static bool Exists(string path)
    {
        try
        {
            return !File.GetAttributes(path).HasFlag(FileAttributes.Directory);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.NotWritable(path, "it cannot be reached", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
