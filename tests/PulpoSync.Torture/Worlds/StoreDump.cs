using Microsoft.Data.Sqlite;

namespace PulpoSync.Torture.Worlds;

/// <summary>Everything that a store keeps, as text to compare.</summary>
internal static class StoreDump
{
    // What asking a vendor leaves behind, whatever becomes of the answer: tokens, the brake on logins, request limits.
    private static readonly string[] LeftByAsking = ["tokens", "limits", "slots"];

    public static string Of(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadWrite;Pooling=False");
        connection.Open();
        var tables = Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").Where(table => !LeftByAsking.Contains(table)).ToList();
        Assert.Contains("ledger", tables);
        return string.Join('\n', tables.SelectMany(table => Rows(connection, $"SELECT * FROM {table}").Order(StringComparer.Ordinal).Prepend($"-- {table}")));
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at) is byte[] box ? Convert.ToHexString(box) : $"{reader.GetValue(at)}")));
        }

        return rows;
    }
}
