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

    private static bool IsPast(long id, long other, bool reverse) => reverse ? id < other : id > other;
}
