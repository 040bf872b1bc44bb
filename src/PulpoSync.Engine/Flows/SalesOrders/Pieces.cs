namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>Small sums over pieces by line.</summary>
internal static class Pieces
{
    /// <summary>What is left of <paramref name="wanted"/> when <paramref name="taken"/> is taken away; lines with nothing left are dropped.</summary>
    public static Dictionary<string, int> Less(this IReadOnlyDictionary<string, int> wanted, IReadOnlyDictionary<string, int> taken)
    {
        var rest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (line, pieces) in wanted)
        {
            var left = pieces - taken.GetValueOrDefault(line);
            if (left > 0) rest[line] = left;
        }

        return rest;
    }

    /// <summary>No more of each line than <paramref name="bound"/> says; lines with nothing left are dropped.</summary>
    public static Dictionary<string, int> AtMost(this IReadOnlyDictionary<string, int> pieces, IReadOnlyDictionary<string, int> bound)
    {
        var rest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (line, count) in pieces)
        {
            var left = Math.Min(count, bound.GetValueOrDefault(line));
            if (left > 0) rest[line] = left;
        }

        return rest;
    }

    /// <summary>Adds pieces by line.</summary>
    public static void Add(this Dictionary<string, int> sum, IReadOnlyDictionary<string, int> more)
    {
        foreach (var (line, pieces) in more) sum[line] = sum.GetValueOrDefault(line) + pieces;
    }

    /// <summary>True where some line has fewer pieces than <paramref name="other"/> has.</summary>
    public static bool IsLessThan(this IReadOnlyDictionary<string, int> pieces, IReadOnlyDictionary<string, int> other) =>
        other.Any(line => pieces.GetValueOrDefault(line.Key) < line.Value);

    /// <summary>True where both have a line.</summary>
    public static bool Overlaps(this IReadOnlyDictionary<string, int> pieces, IReadOnlyDictionary<string, int> other) => pieces.Keys.Any(other.ContainsKey);
}
