using System.Text.Json;
using Microsoft.Data.Sqlite;
using PulpoSync.Engine.Secrets;
using SQLitePCL;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// The open database file: one connection, used by one thread at a time. Writers of several threads queue at the lock, those of several
/// processes at SQLite's busy timeout. What SQLite reports leaves here as an error for people.
/// </summary>
internal sealed class Database : IDisposable
{
    /// <summary>"PULP": marks the file as ours.</summary>
    public const int ApplicationId = 0x50554C50;

    /// <summary>How long a statement waits for another process before the store counts as busy.</summary>
    public static readonly TimeSpan DefaultBusyTimeout = TimeSpan.FromSeconds(15);

    private readonly object _gate = new();
    private readonly SqliteConnection _connection;
    private readonly Session _session;
    private bool _isRelaxed;
    private string? _fingerprint;

    private Database(string path, SqliteConnection connection)
    {
        Path = path;
        _connection = connection;
        _session = new Session(connection);
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Opens an existing file. Nothing in it is changed yet.</summary>
    public static Database Open(string path, TimeSpan? busyTimeout = null)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            // Disposing must let go of the file.
            Pooling = false,
            // SQLite's own busy handler does the waiting; the provider's coarse retry loop only adds to it.
            DefaultTimeout = 1,
        }.ToString());
        var database = new Database(path, connection);
        try
        {
            database.Guard(() =>
            {
                connection.Open();
                var wait = (long)(busyTimeout ?? DefaultBusyTimeout).TotalMilliseconds;
                database._session.Script(FormattableString.Invariant($"PRAGMA busy_timeout = {wait}"));
                database._session.Script("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON");
                return 0;
            });
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Write-ahead log, synchronised at every commit that is not relaxed: it survives the death of the process and of the machine.
    /// </summary>
    public void UseWriteAheadLog() => Read(session =>
    {
        var mode = session.First("PRAGMA journal_mode = WAL", row => row.Text(0));
        if (mode != "wal") throw StoreErrors.NotWritable(Path, "the file system cannot hold SQLite's write-ahead log");
        session.Script("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864");
        return 0;
    });

    /// <summary>Back to a file that is complete in itself.</summary>
    public void LeaveWriteAheadLog() => Read(session => session.First("PRAGMA journal_mode = DELETE", row => row.Text(0)));

    /// <summary>Copies all of it, as it stands at this moment, into another database. What SQLite reports is not translated: it may concern either.</summary>
    public void CopyTo(Database copy)
    {
        lock (_gate) _connection.BackupDatabase(copy._connection);
    }

    /// <summary>Reads every page. What is damaged first; null: nothing.</summary>
    public string? Damage() => Read(session => session.First("PRAGMA integrity_check(1)", row => row.Text(0))) is var found && found == "ok" ? null : found;

    /// <summary>True where the account may only read the file.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(_connection.Handle, "main") == 1;

    /// <summary>From now on nothing is written any more once the store has got another key.</summary>
    public void Hold(StoreKey key) => _fingerprint = key.Fingerprint;

    /// <summary>Refuses to go on with a key that the store no longer has.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreKeyWrong"/>.</exception>
    public void DemandKey() => Read(session =>
    {
        if (_fingerprint is not null && KeyMark.Of(session) != _fingerprint) throw StoreErrors.KeyChanged(Path);
        return 0;
    });

    /// <summary>
    /// True where a piece of the last page is missing, which SQLite takes for zeros. While there is a log, the piece may be in it.
    /// </summary>
    public bool IsCutOff => new FileInfo(Path + "-wal") is not { Exists: true, Length: > 0 }
        && new FileInfo(Path).Length % Read(session => session.First("PRAGMA page_size", row => row.Long(0))) != 0;

    /// <summary>Reads by one statement, or by several that need not see the same moment.</summary>
    public T Read<T>(Func<Session, T> work)
    {
        lock (_gate) return Guard(() => work(_session));
    }

    /// <summary>One transaction: all of it is written, or nothing.</summary>
    /// <param name="work">What to write.</param>
    /// <param name="relaxed">
    /// True: does not wait for the disk. Other processes see it at once and it survives the death of this one, but not surely that of the machine.
    /// For what is worth nothing after a restart.
    /// </param>
    public T Write<T>(Func<Session, T> work, bool relaxed = false)
    {
        lock (_gate)
        {
            return Guard(() =>
            {
                Relax(relaxed);
                _session.Execute("BEGIN IMMEDIATE");
                try
                {
                    DemandKey();
                    var result = work(_session);
                    _session.Execute("COMMIT");
                    return result;
                }
                catch
                {
                    // SQLite itself rolls back on some errors, such as a full disk.
                    if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) _session.Execute("ROLLBACK");
                    throw;
                }
            });
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<Session> work, bool relaxed = false) => Write(
        session =>
        {
            work(session);
            return 0;
        },
        relaxed);

    public void Dispose()
    {
        lock (_gate)
        {
            _session.Dispose();
            _connection.Dispose();
        }
    }

    // Before the transaction that it is for: no failure in between can leave a later one less durable than it asks to be.
    private void Relax(bool relaxed)
    {
        if (_isRelaxed == relaxed) return;
        // A script, because SQLite carries this pragma out while it compiles it: a prepared one would do nothing the second time.
        _session.Script(relaxed ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
        _isRelaxed = relaxed;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e) when (StoreErrors.From(e, Path) is { } error)
        {
            throw error;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw StoreErrors.Invalid(Path, "a value in it is damaged; restore a backup (Get-Help Backup-IntegrationStore tells how)", e);
        }
    }
}
