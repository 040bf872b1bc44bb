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

    private static int Synchronous(Session session) => session.First("PRAGMA synchronous", row => row.Int(0));
}
