using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PulpoSync.Benchmarks.World;

/// <summary>Years of work in a store, without waiting for them: rows that runs have written, copied under other keys.</summary>
internal sealed class Ballast(string store)
{
    /// <summary>Copies what the runs so far have left until the ledger holds so many records, and the log as many outcomes.</summary>
    public void Fill(int records)
    {
        using var connection = Open();
        Multiply(connection, "ledger", "", ["source_key", "number", "bare_number", "bare_key", "destination_id"], records);
        Multiply(connection, "log", "WHERE outcome IS NOT NULL", ["source_key", "number", "bare_number", "bare_key"], records);
        Execute(connection, "ANALYZE");
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>No integration is due for a day.</summary>
    public void Postpone()
    {
        using var connection = Open();
        Execute(connection, $"UPDATE integrations SET next_due_at = {DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}");
    }

    // Each copy has a number of its own behind whatever has to be different.
    private static void Multiply(SqliteConnection connection, string table, string where, string[] distinct, int wanted)
    {
        var have = Convert.ToInt32(Scalar(connection, $"SELECT count(*) FROM {table} {where}"), CultureInfo.InvariantCulture);
        var columns = Columns(connection, table).Where(column => column != "id").ToList();
        var copied = columns.Select(column => distinct.Contains(column) ? $"{column} || '-' || copy" : column);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE copies (copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < {((wanted - 1) / have) + 1})
            INSERT INTO {table} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", copied)} FROM copies, (SELECT * FROM {table} {where} LIMIT {have}) LIMIT {Math.Max(0, wanted - have)}
            """));
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private static object Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 600);
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = store, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
