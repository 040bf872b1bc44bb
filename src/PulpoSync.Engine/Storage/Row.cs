using Microsoft.Data.Sqlite;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// The current row of a result, read by column position. A value that nobody can have written is <see cref="InvalidDataException"/>: the file is damaged.
/// </summary>
internal readonly struct Row(SqliteDataReader reader)
{
    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public bool IsNull(int column) => reader.IsDBNull(column);

    public string Text(int column) => reader.GetString(Present(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : reader.GetString(column);

    public long Long(int column) => reader.GetInt64(Present(column));

    public int Int(int column) => Long(column) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw Spoilt(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public double Real(int column) => reader.GetDouble(Present(column));

    public bool Flag(int column) => Long(column) != 0;

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(Present(column));

    public byte[]? BytesOrNull(int column) => IsNull(column) ? null : Bytes(column);

    public DateTimeOffset Moment(int column)
    {
        var value = Long(column);
        return value >= First && value <= Last ? DateTimeOffset.FromUnixTimeMilliseconds(value) : throw Spoilt(column);
    }

    public DateTimeOffset? MomentOrNull(int column) => IsNull(column) ? null : Moment(column);

    public T Word<T>(int column) where T : struct, Enum => Enum.TryParse<T>(Text(column), out var word) ? word : throw Spoilt(column);

    public T? WordOrNull<T>(int column) where T : struct, Enum => IsNull(column) ? null : Word<T>(column);

    private int Present(int column) => IsNull(column) ? throw Spoilt(column) : column;

    private InvalidDataException Spoilt(int column) => new($"The column {reader.GetName(column)} holds what cannot stand there.");
}
