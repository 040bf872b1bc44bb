using Microsoft.Data.Sqlite;

namespace PulpoSync.Engine.Storage;

/// <summary>The current row of a result, read by column position.</summary>
internal readonly struct Row(SqliteDataReader reader)
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : reader.GetString(column);

    public long Long(int column) => reader.GetInt64(column);

    public int Int(int column) => reader.GetInt32(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : reader.GetInt32(column);

    public double Real(int column) => reader.GetDouble(column);

    public bool Flag(int column) => reader.GetInt64(column) != 0;

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public byte[]? BytesOrNull(int column) => IsNull(column) ? null : Bytes(column);

    public DateTimeOffset Moment(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Long(column));

    public DateTimeOffset? MomentOrNull(int column) => IsNull(column) ? null : Moment(column);

    public T Word<T>(int column) where T : struct, Enum => Enum.Parse<T>(Text(column));

    public T? WordOrNull<T>(int column) where T : struct, Enum => IsNull(column) ? null : Word<T>(column);
}
