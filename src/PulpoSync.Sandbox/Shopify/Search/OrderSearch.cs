namespace PulpoSync.Sandbox.Shopify;

/// <summary>The lists of orders.</summary>
internal static class OrderSearch
{
    private static readonly TimeSpan OldOrders = TimeSpan.FromDays(60);

    /// <summary>Whether the app sees the order: one older than 60 days only with <c>read_all_orders</c>.</summary>
    public static bool IsVisible(Order order, RequestContext context) =>
        context.Shop.Now - order.CreatedAt <= OldOrders || context.HasScope("read_all_orders");

    public static Page Page(FieldCall call)
    {
        var search = new Search<Order>(call, OrderFilters.Fields);
        var index = call.Shop.IndexOf(call.Get<string>("sortKey")!);
        var backward = call.GetInt("first") is null;
        var (low, high) = Bounds(search.Query, index, call);
        var descending = call.Get<bool>("reverse") != backward;
        var wanted = call.GetInt("first") ?? call.GetInt("last") ?? 0;
        var edges = new List<Edge>(wanted + 1);
        foreach (var (key, order) in index.Between(low, high, descending))
        {
            if (order.IsHiddenFromSearch || !IsVisible(order, call.Context) || !search.Matches(order)) continue;
            edges.Add(new Edge(order, key));
            if (edges.Count > wanted) break;
        }
        var hasMore = edges.Count > wanted;
        if (hasMore) edges.RemoveAt(wanted);
        if (!backward) return new Page(edges, hasMore, call.Get<string>("after") is not null);
        edges.Reverse();
        return new Page(edges, call.Get<string>("before") is not null, hasMore);
    }

    public static Counted Count(FieldCall call)
    {
        var search = new Search<Order>(call, OrderFilters.Fields);
        var index = call.Shop.IndexOf("UPDATED_AT");
        var (low, high) = Bounds(search.Query, index, call);
        var limit = call.GetInt("limit") ?? int.MaxValue;
        var count = 0;
        foreach (var (_, order) in index.Between(low, high, descending: false))
        {
            if (order.IsHiddenFromSearch || !IsVisible(order, call.Context) || !search.Matches(order)) continue;
            if (++count > limit) return new Counted(limit, false);
        }
        return new Counted(count, true);
    }

    // Where to begin and to end in the index: by the cursors, and by what the query demands of the sort field itself.
    private static (Cursor? Low, Cursor? High) Bounds(SearchNode query, OrderIndex index, FieldCall call)
    {
        var reverse = call.Get<bool>("reverse");
        Cursor? after = call.Get<string>("after") is { } a ? Cursor.Parse(a) : null;
        Cursor? before = call.Get<string>("before") is { } b ? Cursor.Parse(b) : null;
        var (low, high) = reverse ? (before, after) : (after, before);
        foreach (var term in query.Required.Where(t => t.Field == index.SearchField))
        {
            if (SearchValues.Time(term.Value, call.Shop.Zone)?.ToUnixTimeMilliseconds() is not { } value) continue;
            // One before and one after: whether the bound itself belongs to it is the filter's business.
            if (term.Comparison is Comparison.AtLeast or Comparison.Above) low = Later(low, new Cursor(value - 1, long.MaxValue));
            if (term.Comparison is Comparison.AtMost or Comparison.Below) high = Earlier(high, new Cursor(value + 1, long.MinValue));
        }
        return (low, high);
    }

    private static Cursor Later(Cursor? one, Cursor other) => one is { } cursor && cursor.CompareTo(other) > 0 ? cursor : other;

    private static Cursor Earlier(Cursor? one, Cursor other) => one is { } cursor && cursor.CompareTo(other) < 0 ? cursor : other;
}
