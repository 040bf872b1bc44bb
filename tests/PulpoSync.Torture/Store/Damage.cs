using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PulpoSync.Torture.Store;

/// <summary>What may happen to the files of a store while nobody has it open.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Do">Does it.</param>
/// <param name="ErrorId">What is said.</param>
/// <param name="Says">What the message has to say.</param>
/// <param name="MayBeUnnoticed">True where nobody may ever come to the spoilt place.</param>
/// <param name="MayBeShown">True where what stands there may be taken for what was written: SQLite keeps no checksums.</param>
internal sealed record Damage(
    string Name, Action<string, Random> Do, string ErrorId, string Says, bool MayBeUnnoticed = false, bool MayBeShown = false)
{
    private const int Header = 100;
    private const int Sector = 4096;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<Damage> All { get; } =
    [
        new("cut off at some length", (path, random) => Cut(path, length => random.NextInt64(1, length)), ErrorIds.StoreInvalid, "restore a backup"),
        new("cut off to nothing", (path, _) => Cut(path, _ => 0), ErrorIds.StoreInvalid, "is empty"),
        new("its header overwritten", (path, random) => Overwrite(path, 0, Bytes(random, Header)), ErrorIds.StoreInvalid, "it is no SQLite database"),
        new("pages overwritten by nonsense", (path, random) => Pages(path, random, Bytes(random, Sector)), ErrorIds.StoreInvalid, "restore a backup", MayBeUnnoticed: true),
        new("pages overwritten by zeros", (path, random) => Pages(path, random, new byte[Sector]), ErrorIds.StoreInvalid, "restore a backup", MayBeUnnoticed: true),
        new("one bit of a page's content flipped", Flip, ErrorIds.StoreInvalid, "restore a backup", MayBeUnnoticed: true, MayBeShown: true),
        new("made by a newer version", (path, random) => Sql(path, $"PRAGMA user_version = {random.Next(100, 1000).ToString(CultureInfo.InvariantCulture)}"), ErrorIds.StoreTooNew, "Update PulpoSync"),
        new("without its key", (path, _) => File.Delete(path + ".key"), ErrorIds.StoreKeyNotFound, "put the key file back"),
        new("with another key", (path, random) => File.WriteAllText(path + ".key", Convert.ToBase64String(Bytes(random, 32))), ErrorIds.StoreKeyWrong, "Put back the key"),
        new("with half a key", (path, random) => File.WriteAllText(path + ".key", Convert.ToBase64String(Bytes(random, 32))[..random.Next(1, 43)]), ErrorIds.StoreKeyWrong, "does not hold a key"),
    ];

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void Cut(string path, Func<long, long> length)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(length(file.Length));
    }

    // Some pages side by side, as a disk loses them.
    private static void Pages(string path, Random random, byte[] content)
    {
        var pages = new FileInfo(path).Length / Sector;
        var first = random.NextInt64(1, pages);
        for (var page = first; page < Math.Min(pages, first + random.Next(1, 5)); page++) Overwrite(path, page * Sector, content);
    }

    private static void Flip(string path, Random random)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        // Not in the header: that is another case.
        file.Position = random.NextInt64(Sector, file.Length);
        var value = file.ReadByte();
        file.Position--;
        file.WriteByte((byte)(value ^ (1 << random.Next(8))));
    }

    private static void Overwrite(string path, long at, byte[] content)
    {
        using var file = File.OpenWrite(path);
        file.Position = at;
        file.Write(content);
    }

    private static void Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
