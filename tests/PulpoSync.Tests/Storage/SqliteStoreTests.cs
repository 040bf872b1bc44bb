using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TempStore _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Create_makes_database_key_and_folder_for_the_owner_alone()
    {
        var path = Path.Combine(_temp.Folder, "a", "b", "pulposync.db");
        using var store = _temp.Create(path);

        Assert.Equal(new StoreInfo(path, Migration.All[^1].Version, path + ".key", Created: true), store.Info);
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        store.Credentials.List();
        Assert.Equal(File600 | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_temp.Folder, "a", "b")));
        foreach (var file in new[] { path, path + ".key", path + "-wal", path + "-shm" }) Assert.Equal(File600, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Create_again_changes_nothing()
    {
        _temp.AddCredential("shop");
        var key = File.ReadAllText(_temp.Path + ".key");
        using var again = _temp.Create(_temp.Path);
        Assert.False(again.Info.Created);
        Assert.Equal("shpat_canary", again.Credentials.Find("shop")!.Secrets["AccessToken"].Text);
        Assert.Equal(key, File.ReadAllText(_temp.Path + ".key"));
    }

    [Fact]
    public async Task Create_by_many_at_once_makes_one_store()
    {
        var path = Path.Combine(_temp.Folder, "race", "pulposync.db");
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _temp.Create(path))));
        Assert.Single(stores, store => store.Info.Created);
        foreach (var store in stores) store.Dispose();
        Assert.Equal(["pulposync.db", "pulposync.db.key"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Create_that_fails_leaves_nothing_behind()
    {
        var path = Path.Combine(_temp.Folder, "a", "b", "pulposync.db");
        Migration[] broken = [.. Migration.All, new Migration(9999, "9999_broken.sql", "CREATE TABLE x (a) STRICT;")];
        Assert.ThrowsAny<Exception>(() => SqliteStore.Create(path, _temp.Time, TempStore.NoVariable, broken));
        Assert.False(Directory.Exists(Path.Combine(_temp.Folder, "a")));
    }

    [Fact]
    public void Create_below_a_regular_file_is_not_writable()
    {
        var file = Path.Combine(_temp.Folder, "file");
        File.WriteAllText(file, "");
        var error = Assert.Throws<PulpoSyncException>(() => SqliteStore.Create(Path.Combine(file, "pulposync.db"), _temp.Time));
        Assert.Equal(ErrorIds.StoreNotWritable, error.ErrorId);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(Environment.UserName, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_beside_the_log_of_a_lost_database_is_refused()
    {
        var path = Path.Combine(_temp.Folder, "lost.db");
        File.WriteAllText(path + "-wal", "left over");
        Assert.Equal(ErrorIds.StoreInvalid, Assert.Throws<PulpoSyncException>(() => SqliteStore.Create(path, _temp.Time)).ErrorId);
        Assert.False(File.Exists(path));
        Assert.False(File.Exists(path + ".key"));
    }

    [Fact]
    public void Open_missing_store_says_what_to_type_and_makes_nothing()
    {
        var path = Path.Combine(_temp.Folder, "nowhere", "pulposync.db");
        var error = Assert.Throws<PulpoSyncException>(() => SqliteStore.Open(path, _temp.Time));
        Assert.Equal(ErrorIds.StoreNotFound, error.ErrorId);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("Initialize-IntegrationStore", error.Message, StringComparison.Ordinal);
        Assert.Contains("pulposync init", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Theory]
    [InlineData("This is a text of some length, long enough to be taken for a header of a database file, but it is none at all, sorry.")]
    [InlineData("")]
    public void Open_foreign_file_is_invalid_and_leaves_it_as_it_is(string content)
    {
        var path = Path.Combine(_temp.Folder, "foreign");
        File.WriteAllText(path, content);
        Assert.Equal(ErrorIds.StoreInvalid, Assert.Throws<PulpoSyncException>(() => SqliteStore.Open(path, _temp.Time)).ErrorId);
        Assert.Equal(ErrorIds.StoreInvalid, Assert.Throws<PulpoSyncException>(() => SqliteStore.Create(path, _temp.Time)).ErrorId);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void Open_database_of_another_program_is_invalid()
    {
        Rewrite("PRAGMA application_id = 1");
        Assert.Equal(ErrorIds.StoreInvalid, Assert.Throws<PulpoSyncException>(() => _temp.OpenAnother()).ErrorId);
    }

    [Fact]
    public void Open_newer_schema_is_refused_not_guessed()
    {
        Rewrite("PRAGMA user_version = 9999");
        var error = Assert.Throws<PulpoSyncException>(() => _temp.OpenAnother());
        Assert.Equal(ErrorIds.StoreTooNew, error.ErrorId);
        Assert.Contains("9999", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_older_schema_is_brought_up_to_date()
    {
        _temp.AddCredential("shop");
        var next = Migration.All[^1].Version + 1;
        Migration[] newer = [.. Migration.All, new Migration(next, "next.sql", "CREATE TABLE next (x INTEGER) STRICT")];
        using (var store = SqliteStore.Open(_temp.Path, _temp.Time, TempStore.NoVariable, newer))
        {
            Assert.Equal(next, store.Info.SchemaVersion);
            Assert.NotNull(store.Credentials.Find("shop"));
        }

        Assert.Equal(ErrorIds.StoreTooNew, Assert.Throws<PulpoSyncException>(() => _temp.OpenAnother()).ErrorId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4095)]
    public void Open_of_a_store_whose_last_page_is_cut_is_refused(int bytes)
    {
        _temp.AddCredential("shop");
        _temp.Store.Dispose();
        using (var file = File.OpenWrite(_temp.Path)) file.SetLength(file.Length - bytes);

        var error = Assert.Throws<PulpoSyncException>(() => _temp.OpenAnother());

        Assert.Equal(ErrorIds.StoreInvalid, error.ErrorId);
        Assert.Contains("restore a backup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_without_key_file_says_where_it_should_be()
    {
        File.Delete(_temp.Path + ".key");
        var error = Assert.Throws<PulpoSyncException>(() => _temp.OpenAnother());
        Assert.Equal(ErrorIds.StoreKeyNotFound, error.ErrorId);
        Assert.Contains(_temp.Path + ".key", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorIds.StoreKeyNotFound, Assert.Throws<PulpoSyncException>(() => _temp.Create(_temp.Path)).ErrorId);
    }

    [Fact]
    public void Open_with_another_key_is_refused()
    {
        var other = Convert.ToBase64String(new byte[32]);
        string? Variable(string name) => name == StoreKey.Variable ? other : null;
        var error = Assert.Throws<PulpoSyncException>(() => SqliteStore.Open(_temp.Path, _temp.Time, Variable, Migration.All));
        Assert.Equal(ErrorIds.StoreKeyWrong, error.ErrorId);
        Assert.Contains("PULPOSYNC_KEY", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(other, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_with_the_key_in_the_environment_makes_no_key_file()
    {
        var path = Path.Combine(_temp.Folder, "env.db");
        string? Variable(string name) => name == StoreKey.Variable ? Convert.ToBase64String(new byte[32]) : null;
        using (var store = SqliteStore.Create(path, _temp.Time, Variable, Migration.All)) Assert.Equal("PULPOSYNC_KEY", store.Info.KeySource);
        Assert.False(File.Exists(path + ".key"));
        using var again = SqliteStore.Open(path, _temp.Time, Variable, Migration.All);
    }

    [Fact]
    public void Write_while_another_process_holds_the_store_is_busy()
    {
        using var other = _temp.OpenAnother(TimeSpan.FromMilliseconds(1));
        using var file = _temp.OpenFile();
        file.Write(_ =>
        {
            Assert.Empty(other.Credentials.List());
            Assert.Equal(ErrorIds.StoreBusy, Assert.Throws<PulpoSyncException>(() => other.Credentials.SetAccount(1, "a")).ErrorId);
        });
        other.Credentials.SetAccount(1, "a");
    }

    [Fact]
    public void Pragmas_are_those_of_a_durable_store()
    {
        using var database = _temp.OpenFile();
        database.UseWriteAheadLog();
        Assert.Equal("wal", database.Read(session => session.First("PRAGMA journal_mode", row => row.Text(0))));
        Assert.Equal(2, database.Read(session => session.First("PRAGMA synchronous", row => row.Int(0))));
        Assert.Equal(1, database.Read(session => session.First("PRAGMA foreign_keys", row => row.Int(0))));
        const string Tables = "SELECT strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        Assert.All(database.Read(session => session.All(Tables, row => row.Int(0))), strict => Assert.Equal(1, strict));
    }

    private void Rewrite(string sql)
    {
        using var file = _temp.OpenFile();
        file.Read(session => session.Execute(sql));
    }
}
