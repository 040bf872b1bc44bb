using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private const int Normal = 1;
    private const int Full = 2;

    private readonly TempStore _temp = new();
    private readonly Database _database;

    public DatabaseTests()
    {
        _database = _temp.OpenFile();
        _database.UseWriteAheadLog();
    }

    public void Dispose()
    {
        _database.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Write_waits_for_the_disk_unless_it_is_relaxed()
    {
        Assert.Equal(Full, _database.Write(Synchronous));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Normal, _database.Write(Synchronous, relaxed: true));
            Assert.Equal(Normal, _database.Write(Synchronous, relaxed: true));
            Assert.Equal(Full, _database.Write(Synchronous));
        }
    }

    [Fact]
    public void Write_after_a_relaxed_one_that_failed_waits_for_the_disk()
    {
        Assert.Throws<InvalidOperationException>(() => _database.Write(_ => throw new InvalidOperationException(), relaxed: true));
        Assert.Equal(Full, _database.Write(Synchronous));
    }

    [Fact]
    public void Write_relaxed_is_seen_by_others_at_once()
    {
        _database.Write(session => session.Execute("INSERT INTO meta (name, value) VALUES ('a', 'b')"), relaxed: true);
        using var other = _temp.OpenFile();
        Assert.Equal("b", other.Read(session => session.First("SELECT value FROM meta WHERE name = 'a'", row => row.Text(0))));
    }

    [Fact]
    public void Write_on_a_full_disk_leaves_nothing_behind_and_goes_on_when_there_is_room()
    {
        _database.Read(session => session.First("PRAGMA max_page_count = 1", row => row.Int(0)));

        var error = Assert.Throws<PulpoSyncException>(() => _database.Write(Fill));

        Assert.Equal(ErrorIds.StoreNotWritable, error.ErrorId);
        Assert.Contains("its disk is full. Make room there and start again", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, Filled());
        _database.Read(session => session.First("PRAGMA max_page_count = 1000000", row => row.Int(0)));
        _database.Write(Fill);
        Assert.Equal(20, Filled());
        Assert.Null(_database.Damage());
    }

    [Theory]
    [InlineData("UPDATE integrations SET type = 'SalesOrderz'")]
    [InlineData("UPDATE integrations SET settings = '{'")]
    [InlineData("UPDATE integrations SET next_due_at = 9223372036854775807")]
    [InlineData("UPDATE integrations SET every = 9223372036854775807")]
    public void Value_that_nobody_can_have_written_is_a_damaged_store(string sql)
    {
        _temp.AddIntegration("Orders");
        _database.Write(session => session.Execute(sql));

        var error = Assert.Throws<PulpoSyncException>(() => _temp.Store.Integrations.List());

        Assert.Equal(ErrorIds.StoreInvalid, error.ErrorId);
        Assert.Contains("restore a backup", error.Message, StringComparison.Ordinal);
    }

    // The first of them fit, the last do not.
    private static void Fill(Session session)
    {
        for (var i = 0; i < 20; i++) session.Execute("INSERT INTO documents (name, content, kept_at) VALUES (?1, zeroblob(?2), 0)", $"{i}", i * 1000);
    }

    private int Filled() => _database.Read(session => session.First("SELECT count(*) FROM documents", row => row.Int(0)));

    private static int Synchronous(Session session) => session.First("PRAGMA synchronous", row => row.Int(0));
}
