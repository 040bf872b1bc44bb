using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PulpoSync.Engine;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.EndToEnd.BadInput;

/// <summary>Paths that hold no store, or one that cannot be used: said so, with the way out, and nothing on the disk changes.</summary>
public sealed class BadStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-badstore-").FullName;

    private static readonly Dictionary<string, (Func<string, string> Arrange, string ErrorId, string[] Says)> Stores = new()
    {
        ["a text file"] = (folder => Written(folder, "Dear diary, I am no database, but I am long enough to look like one to those who only count."u8), ErrorIds.StoreInvalid,
            ["it is no SQLite database", "-StorePath", "--store", "PULPOSYNC_STORE", "move the file away"]),
        ["an empty file"] = (folder => Written(folder, []), ErrorIds.StoreInvalid, ["is empty", "move the file away"]),
        ["a database of something else"] = (Foreign, ErrorIds.StoreInvalid, ["it belongs to something else", "move the file away"]),
        ["a newer schema"] = (folder => Tampered(folder, "PRAGMA user_version = 99"), ErrorIds.StoreTooNew, ["schema 99", "Update PulpoSync on this machine."]),
        ["a store without its key"] = (KeyGone, ErrorIds.StoreKeyNotFound, ["store.db.key", "PULPOSYNC_KEY", "put the key file back"]),
        ["a store with another key"] = (KeyOfAnother, ErrorIds.StoreKeyWrong, ["does not belong to the store", "Put back the key"]),
        ["a store with a spoilt key"] = (KeySpoilt, ErrorIds.StoreKeyWrong, ["does not hold a key", "44 characters", "from a backup"]),
        ["a damaged store"] = (Damaged, ErrorIds.StoreInvalid, ["it is damaged", "restore a backup"]),
        ["below a file"] = (folder => Path.Combine(Written(folder, "x"u8), "store.db"), "", []),
        ["a database that is a folder"] = (folder => Path.GetDirectoryName(Directory.CreateDirectory(Path.Combine(folder, "pulposync.db")).FullName)!, "", []),
    };

    public static TheoryData<string> Names => [.. Stores.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Use_is_refused(string what)
    {
        var (arrange, errorId, says) = Stores[what];
        var path = arrange(_folder);
        var before = Contents();
        foreach (var use in new Action<IPulpoSyncRuntime>[] { r => r.GetStore(), r => r.GetStatus(), r => r.GetCredentials("Shop"), r => r.RemoveConfig("Orders") })
        {
            await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = path });
            var error = Assert.Throws<PulpoSyncException>(() => use(runtime));
            // Where there is no file at all, only set-up can say more.
            Assert.Equal(errorId.Length > 0 ? errorId : ErrorIds.StoreNotFound, error.ErrorId);
            foreach (var text in says) Assert.Contains(text, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Contents());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Initialize_is_refused(string what)
    {
        var (arrange, errorId, says) = Stores[what];
        var path = arrange(_folder);
        var before = Contents();
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = path });

        var error = Assert.Throws<PulpoSyncException>(() => runtime.InitializeStore());

        Assert.Equal(errorId.Length > 0 ? errorId : ErrorIds.StoreNotWritable, error.ErrorId);
        foreach (var text in errorId.Length > 0 ? says : ["read and write rights", "-StorePath", "PULPOSYNC_STORE"]) Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [FactIfNotRoot]
    [UnsupportedOSPlatform("windows")]
    public async Task Store_that_may_only_be_read_is_refused()
    {
        var path = Made(_folder);
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        var before = Contents();
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = path });

        Assert.Equal(ErrorIds.StoreNotWritable, Assert.Throws<PulpoSyncException>(() => runtime.GetStore()).ErrorId);
        Assert.Equal(ErrorIds.StoreNotWritable, Assert.Throws<PulpoSyncException>(() => runtime.InitializeStore()).ErrorId);

        Assert.Equal(before, Contents());
    }

    [FactIfNotRoot]
    [UnsupportedOSPlatform("windows")]
    public async Task Folder_that_may_only_be_read_is_refused()
    {
        var path = Path.Combine(_folder, "store.db");
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = path });

        var error = Assert.Throws<PulpoSyncException>(() => runtime.InitializeStore());

        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(ErrorIds.StoreNotWritable, error.ErrorId);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Folder_stands_for_the_store_in_it()
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = _folder });

        var error = Assert.Throws<PulpoSyncException>(() => runtime.GetStore());

        Assert.Equal(ErrorIds.StoreNotFound, error.ErrorId);
        Assert.Contains(Path.Combine(_folder, "pulposync.db"), error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Store_that_is_made_after_a_miss_is_used()
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = Path.Combine(_folder, "store.db") });
        Assert.Throws<PulpoSyncException>(() => runtime.GetStatus());

        runtime.InitializeStore();

        Assert.Empty(runtime.GetStatus());
    }

    private List<string> Contents() =>
    [
        .. Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(entry => $"{entry} {(File.Exists(entry) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(entry))) : "folder")}"),
    ];

    private static string Written(string folder, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(folder, "store.db");
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string Made(string folder)
    {
        var path = Path.Combine(folder, "store.db");
        var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = path });
        runtime.InitializeStore();
        return path;
    }

    private static string Foreign(string folder) => Sql(Path.Combine(folder, "store.db"), "CREATE TABLE orders (id INTEGER); INSERT INTO orders VALUES (1)");

    private static string Tampered(string folder, string sql) => Sql(Made(folder), sql);

    private static string Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return path;
    }

    private static string KeyGone(string folder)
    {
        var path = Made(folder);
        File.Delete(path + ".key");
        return path;
    }

    private static string KeyOfAnother(string folder)
    {
        var path = Made(folder);
        File.WriteAllText(path + ".key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return path;
    }

    private static string KeySpoilt(string folder)
    {
        var path = Made(folder);
        File.WriteAllText(path + ".key", "c2hvcnQ=");
        return path;
    }

    private static string Damaged(string folder)
    {
        var path = Made(folder);
        using var file = File.OpenWrite(path);
        file.Position = 100;
        file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - 100).ToArray());
        return path;
    }
}
