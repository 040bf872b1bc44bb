using System.Text;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

/// <summary>Backups of a store that is in use, and what becomes of one that is put in its place.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TempStore _temp = new();

    private string Copy => Path.Combine(_temp.Folder, "copy.db");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Backup_is_the_store_in_one_file_for_its_owner_alone()
    {
        _temp.AddIntegration("Orders");

        var backup = _temp.Store.Backup(Copy, overwrite: false);

        Assert.Equal(new StoreBackup(Copy, new FileInfo(Copy).Length, _temp.Store.Info.SchemaVersion, _temp.Time.GetUtcNow(), _temp.Path + ".key"), backup);
        Assert.Equal([Copy], Directory.GetFiles(_temp.Folder, "copy*"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        File.Copy(_temp.Path + ".key", Copy + ".key");
        using var opened = Open(Copy);
        Assert.Equal("Orders", Assert.Single(opened.Integrations.List()).Name);
        Assert.Equal("shpat_canary", opened.Credentials.Find("shop")!.Secrets["AccessToken"].Text);
    }

    [Fact]
    public void Backup_holds_neither_the_key_nor_a_secret()
    {
        _temp.AddIntegration("Orders");
        _temp.Store.Backup(Copy, overwrite: false);
        var (copy, key) = (File.ReadAllBytes(Copy), File.ReadAllText(_temp.Path + ".key").Trim());

        Assert.All(
            new[] { Encoding.ASCII.GetBytes(key), Convert.FromBase64String(key), Encoding.ASCII.GetBytes("shpat_canary") },
            needle => Assert.Equal(-1, copy.AsSpan().IndexOf(needle)));
    }

    [Fact]
    public void Backup_while_another_writes_holds_what_was_committed()
    {
        _temp.AddCredential("before");
        using var other = _temp.OpenFile();
        other.Write(session =>
        {
            session.Execute("UPDATE credentials SET name = 'after'");
            _temp.Store.Backup(Copy, overwrite: false);
        });

        Assert.Equal("before", Text(Copy, "SELECT name FROM credentials"));
        Assert.Equal("after", Text(_temp.Path, "SELECT name FROM credentials"));
    }

    [Theory]
    [InlineData("pulposync.db", ErrorIds.RequestInvalid, "belongs to the store itself")]
    [InlineData("./pulposync.db.key", ErrorIds.RequestInvalid, "belongs to the store itself")]
    [InlineData("pulposync.db-wal", ErrorIds.RequestInvalid, "belongs to the store itself")]
    [InlineData("linked.db", ErrorIds.RequestInvalid, "belongs to the store itself")]
    [InlineData("missing/copy.db", ErrorIds.FileNotWritable, "Make the folder")]
    [InlineData("there.db", ErrorIds.FileExists, "-Force (or: --force)")]
    public void Backup_to_a_place_that_cannot_be_is_refused_and_changes_nothing(string name, string errorId, string says)
    {
        File.WriteAllText(Path.Combine(_temp.Folder, "there.db"), "precious");
        File.CreateSymbolicLink(Path.Combine(_temp.Folder, "linked.db"), _temp.Path);
        var before = Directory.GetFileSystemEntries(_temp.Folder).Order(StringComparer.Ordinal).ToList();

        var error = Assert.Throws<PulpoSyncException>(() => _temp.Store.Backup(Path.Combine(_temp.Folder, name), overwrite: errorId == ErrorIds.RequestInvalid));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(_temp.Folder).Order(StringComparer.Ordinal));
        Assert.Equal("precious", File.ReadAllText(Path.Combine(_temp.Folder, "there.db")));
    }

    [Fact]
    public void Backup_replaces_a_file_that_is_there_only_when_told()
    {
        File.WriteAllText(Copy, "old");

        _temp.Store.Backup(Copy, overwrite: true);

        Assert.Equal("1", Text(Copy, "SELECT count(*) FROM meta WHERE name = 'key_fingerprint'"));
    }

    [Fact]
    public void Backup_into_a_folder_is_named_by_the_moment()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_temp.Folder, "backups")).FullName;

        Assert.Equal(Path.Combine(folder, "pulposync-20260301-090000.db"), _temp.Store.Backup(folder, overwrite: false).Path);
    }

    [Fact]
    public void Backup_of_a_damaged_store_is_refused_and_leaves_nothing()
    {
        for (var at = 0; at < 200; at++) _temp.AddCredential($"Shop {at}");
        using var opened = Reopened();
        Spoil(_temp.Path);

        var error = Assert.Throws<PulpoSyncException>(() => opened.Backup(Copy, overwrite: false));

        Assert.Equal(ErrorIds.StoreInvalid, error.ErrorId);
        Assert.Contains("restore", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_temp.Folder, "copy*"));
    }

    [Fact]
    public void Backup_in_the_stores_place_is_known_as_restored_from_then_on()
    {
        _temp.AddCredential("before");
        _temp.Store.Backup(Copy, overwrite: false);
        _temp.AddCredential("after");
        Assert.Null(_temp.Store.RestoredAt);
        _temp.Store.Dispose();
        Backups.Restore(Copy, _temp.Path);
        _temp.Time.Advance(TempStore.Minute);
        var moment = _temp.Time.GetUtcNow();

        using (var restored = Open(_temp.Path))
        {
            Assert.Equal(["before"], restored.Credentials.List().Select(credential => credential.Name));
            Assert.Equal(moment, restored.RestoredAt);
        }

        _temp.Time.Advance(TempStore.Minute);
        using var again = Open(_temp.Path);
        Assert.Equal(moment, again.RestoredAt);
    }

    /// <summary>SQLite would play the log into the backup, and what comes of that is neither.</summary>
    [Fact]
    public void Backup_beside_the_former_log_is_refused_until_the_log_is_away()
    {
        _temp.AddCredential("before");
        _temp.Store.Backup(Copy, overwrite: false);
        _temp.AddCredential("after");
        var log = File.ReadAllBytes(_temp.Path + "-wal");
        Assert.NotEmpty(log);
        _temp.Store.Dispose();
        Backups.Restore(Copy, _temp.Path);
        File.WriteAllBytes(_temp.Path + "-wal", log);

        var error = Assert.Throws<PulpoSyncException>(() => Open(_temp.Path).Dispose());

        Assert.Equal(ErrorIds.StoreInvalid, error.ErrorId);
        Assert.Contains($"Move {_temp.Path}-wal and {_temp.Path}-shm away", error.Message, StringComparison.Ordinal);
        Assert.Equal(log, File.ReadAllBytes(_temp.Path + "-wal"));
        File.Delete(_temp.Path + "-wal");
        using var restored = Open(_temp.Path);
        Assert.Equal("before", Assert.Single(restored.Credentials.List()).Name);
    }

    private SqliteStore Open(string path) => SqliteStore.Open(path, _temp.Time, TempStore.NoVariable, Migration.All);

    // Closed once, so that the log is in the file.
    private SqliteStore Reopened()
    {
        _temp.Store.Dispose();
        return Open(_temp.Path);
    }

    // Every page but the first ones, which hold the schema.
    private static void Spoil(string path)
    {
        using var file = File.OpenWrite(path);
        file.Position = file.Length / 2;
        file.Write(new byte[file.Length / 2]);
    }

    private static string Text(string path, string sql)
    {
        using var database = Database.Open(path);
        return database.Read(session => session.First($"SELECT CAST(({sql}) AS TEXT)", row => row.Text(0)))!;
    }
}
