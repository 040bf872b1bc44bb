using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PulpoSync.Engine.Storage;

/// <summary>All errors of the store, in one place.</summary>
internal static class StoreErrors
{
    /// <summary>SQLite's extended code for a value that must be unique.</summary>
    public const int UniqueViolated = raw.SQLITE_CONSTRAINT_UNIQUE;

    private const string Make = "Initialize-IntegrationStore (or: pulposync init)";
    private const string NameAnother = "name another path with -StorePath (or: --store) or PULPOSYNC_STORE";

    public static PulpoSyncException NotFound(string path) => new(
        ErrorIds.StoreNotFound,
        $"There is no store at {path}. Make one with {Make}, or {NameAnother}.",
        path);

    public static PulpoSyncException Invalid(string path, string why, Exception? inner = null) =>
        new(ErrorIds.StoreInvalid, $"{path} is no usable PulpoSync store: {why}.", path, inner);

    /// <summary>A file of somebody else, which is left alone.</summary>
    public static PulpoSyncException Foreign(string path, string why, Exception? inner = null) =>
        Invalid(path, $"{why}. It is left as it is; {NameAnother}, or move the file away and make a store with {Make}", inner);

    public static PulpoSyncException TooNew(string path, int version, int known) => new(
        ErrorIds.StoreTooNew,
        $"The store {path} has schema {version}, but this version of PulpoSync knows schemas up to {known} only. Update PulpoSync on this machine.",
        path);

    public static PulpoSyncException NotWritable(string path, string why, Exception? inner = null) => new(
        ErrorIds.StoreNotWritable,
        $"The account {Environment.UserName} cannot use the store {path}: {why}. It needs read and write rights to the file and to its folder; give it these, or {NameAnother}.",
        path, inner);

    /// <summary>Rights are not what is missing.</summary>
    public static PulpoSyncException DiskFails(string path, string how, Exception inner) => new(
        ErrorIds.StoreNotWritable,
        $"The store {path} cannot be written: its disk {how}. Make room there and start again; what was kept is safe, and the next run goes on from there.", path, inner);

    public static PulpoSyncException Busy(string path, Exception inner) => new(
        ErrorIds.StoreBusy,
        $"The store {path} is held by another process for too long. Try again; if it stays so, look for a process that hangs.",
        path, inner);

    /// <summary>Its key cannot be changed meanwhile.</summary>
    public static PulpoSyncException AtWork(string path, string holder) => new(
        ErrorIds.StoreBusy,
        $"The key of the store {path} cannot be changed while a run is at work: {holder}. Type Stop-Integration * -Wait (or: pulposync stop '*' --wait), then the same again.",
        path);

    public static PulpoSyncException KeyChanged(string path) => new(
        ErrorIds.StoreKeyWrong,
        $"The store {path} has got another key while this process had it open. Nothing is written with the old one; start the same again.",
        path);

    public static PulpoSyncException OnNetworkPath(string path, string what) => new(
        ErrorIds.StoreOnNetworkPath,
        $"{path} is on a network path ({what}), where SQLite cannot keep data safe. Choose a local disk; one store serves one machine.", path);

    /// <summary>What an error of SQLite means for people; null where it is a fault of the program.</summary>
    public static PulpoSyncException? From(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Busy(path, e),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => NotWritable(path, "it may not be written", e),
        raw.SQLITE_CANTOPEN => NotWritable(path, "it cannot be opened", e),
        raw.SQLITE_IOERR => DiskFails(path, "is full or reports an error", e),
        raw.SQLITE_FULL => DiskFails(path, "is full", e),
        raw.SQLITE_NOTADB => Foreign(path, "it is no SQLite database", e),
        raw.SQLITE_CORRUPT => Invalid(path, "it is damaged; restore a backup (Get-Help Backup-IntegrationStore tells how)", e),
        _ => null,
    };
}
