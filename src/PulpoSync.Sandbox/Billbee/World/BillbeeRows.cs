namespace PulpoSync.Sandbox.Billbee;

/// <summary>Puts lists in the order that the account has.</summary>
internal static class BillbeeRows
{
    /// <summary>The rows, which come by id, in the account's order.</summary>
    public static IReadOnlyList<T> In<T>(
        BillbeeWorld world, IEnumerable<T> rows, Func<T, long> id, Func<T, DateTime?> created, Func<T, DateTime?> modified) => world.Options.ListOrder switch
        {
            BillbeeListOrder.NewestFirst => [.. rows.OrderByDescending(created).ThenByDescending(id)],
            BillbeeListOrder.ByModification => [.. rows.OrderBy(modified).ThenBy(id)],
            BillbeeListOrder.Shuffled => Shuffled(rows, id, world.Version),
            BillbeeListOrder.Unsteady => Shuffled(rows, id, world.NextDraw()),
            _ => [.. rows],
        };

    private static List<T> Shuffled<T>(IEnumerable<T> rows, Func<T, long> id, int salt) => [.. rows.OrderBy(r => Mix(id(r), salt)).ThenBy(id)];

    // Any mixing of bits that is the same in each process; HashCode is not.
    private static ulong Mix(long id, int salt)
    {
        var x = ((ulong)id * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)salt * 0xC2B2AE3D27D4EB4F);
        x = (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9;
        return x ^ (x >> 32);
    }
}
