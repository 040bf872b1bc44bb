namespace PulpoSync.Sandbox.Shopify;

/// <summary>Cuts pages out of lists.</summary>
internal static class Paging
{
    public const int MaxPageSize = 250;

    /// <summary>
    /// The page that the arguments <c>first</c>, <c>after</c>, <c>last</c>, <c>before</c> and <c>reverse</c> ask for, of a list that is sorted by id.
    /// </summary>
    public static Page Slice<T>(this FieldCall call, IReadOnlyList<T> all, Func<T, long> id) where T : class
    {
        var reverse = call.Get<bool>("reverse");
        var ordered = reverse ? all.Reverse().ToArray() : all;
        var from = call.Get<string>("after") is { } after ? CountUpTo(Cursor.Parse(after).Id) : 0;
        var to = call.Get<string>("before") is { } before ? CountBefore(Cursor.Parse(before).Id) : ordered.Count;
        if (call.GetInt("first") is { } first) to = Math.Min(to, from + first);
        else if (call.GetInt("last") is { } last) from = Math.Max(from, to - last);
        var edges = new List<Edge>(Math.Max(0, to - from));
        for (var i = from; i < to; i++) edges.Add(new Edge(ordered[i], new Cursor(id(ordered[i]), id(ordered[i]))));
        return new Page(edges, to < ordered.Count, from > 0);

        int CountUpTo(long place) => ordered.Count(x => !IsPast(id(x), place, reverse));
        int CountBefore(long place) => ordered.Count(x => IsPast(place, id(x), reverse));
    }

    /// <summary>The page that the arguments ask for, of a list that is to be sorted by a value and, where that is equal, by id.</summary>
    public static Page Sort<T>(this FieldCall call, IEnumerable<T> all, Func<T, Cursor> place) where T : class
    {
        var reverse = call.Get<bool>("reverse");
        Cursor? after = call.Get<string>("after") is { } a ? Cursor.Parse(a) : null;
        Cursor? before = call.Get<string>("before") is { } b ? Cursor.Parse(b) : null;
        var (low, high) = reverse ? (before, after) : (after, before);
        var found = all.Select(x => new Edge(x, place(x)))
            .Where(e => (low is not { } from || e.Cursor.CompareTo(from) > 0) && (high is not { } to || e.Cursor.CompareTo(to) < 0));
        List<Edge> edges = [.. reverse ? found.OrderByDescending(e => e.Cursor) : found.OrderBy(e => e.Cursor)];
        var count = edges.Count;
        if (call.GetInt("first") is { } first) edges = edges[..Math.Min(first, count)];
        else if (call.GetInt("last") is { } last) return new Page(edges[Math.Max(0, count - last)..], before is not null, count > last);
        return new Page(edges, edges.Count < count, after is not null);
    }

    private static bool IsPast(long id, long other, bool reverse) => reverse ? id < other : id > other;
}
