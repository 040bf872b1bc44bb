using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class MigratorTests : IDisposable
{
    private static readonly Migration First = new(1, "0001_first.sql", "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);");
    private static readonly Migration Second = new(2, "0002_second.sql", "UPDATE a SET x = 2; CREATE TABLE b (x INTEGER) STRICT;");

    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-test-").FullName;
    private readonly Database _database;

    public MigratorTests()
    {
        var path = Path.Combine(_folder, "test.db");
        File.WriteAllBytes(path, []);
        _database = Database.Open(path);
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Run_on_an_empty_file_applies_all_in_order_and_writes_the_journal()
    {
        Run(First, Second);
        Assert.Equal(2, Number("SELECT x FROM a"));
        Assert.Equal(2, Number("PRAGMA user_version"));
        var journal = _database.Read(session => session.All("SELECT name FROM journal ORDER BY version", row => row.Text(0)));
        Assert.Equal(["0001_first.sql", "0002_second.sql"], journal);
        Assert.Equal(1, Number("PRAGMA foreign_keys"));
        Assert.Equal(2, Migrator.Inspect(_database, [First, Second]));
    }

    [Fact]
    public void Run_on_an_older_schema_applies_what_is_missing()
    {
        Run(First);
        Run(First, Second);
        Run(First, Second);
        Assert.Equal(1, Number("SELECT count(*) FROM a"));
        Assert.Equal(2, Number("SELECT count(*) FROM journal"));
    }

    [Fact]
    public void Run_that_breaks_in_the_second_statement_leaves_the_old_state()
    {
        Run(First);
        var broken = Second with { Sql = "UPDATE a SET x = 2; INSERT INTO missing VALUES (1);" };
        Assert.ThrowsAny<Exception>(() => Run(First, broken));
        Assert.Equal(1, Number("SELECT x FROM a"));
        Assert.Equal(1, Number("PRAGMA user_version"));
        Assert.Equal(1, Number("SELECT count(*) FROM journal"));

        Run(First, Second);
        Assert.Equal(2, Number("SELECT x FROM a"));
    }

    [Fact]
    public void Run_that_leaves_orphans_is_undone()
    {
        var orphaning = new Migration(
            1, "0001_orphan.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY, b REFERENCES a (id)); INSERT INTO a VALUES (1, 2);");
        Assert.Throws<InvalidOperationException>(() => Run(orphaning));
        Assert.Equal(0, Number("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public void All_are_numbered_without_gaps()
    {
        Assert.NotEmpty(Migration.All);
        Assert.Equal(Enumerable.Range(1, Migration.All.Count), Migration.All.Select(migration => migration.Version));
    }

    private void Run(params Migration[] migrations) => Migrator.Run(_database, migrations, TimeProvider.System);

    private int Number(string sql) => _database.Read(session => session.First(sql, row => row.Int(0)));
}
