namespace PulpoSync.Sandbox.Shopify;

/// <summary>The list of all fulfilment orders.</summary>
internal static class FulfillmentOrderSearch
{
    private static readonly SearchFields<FulfillmentOrder> Fields = new(
        new Dictionary<string, FieldFilter<FulfillmentOrder>>(StringComparer.Ordinal)
        {
            ["id"] = (order, term, _) => SearchValues.Compare(order.Id, term),
            ["assigned_location_id"] = (order, term, _) => SearchValues.Compare(order.Location.Id, term),
            ["status"] = (order, term, _) => SearchValues.Is(Scalars.NameOf(order.Status), term),
            ["updated_at"] = (order, term, shop) => SearchValues.Compare(order.UpdatedAt, term, shop),
        },
        new HashSet<string> { "default" });

    public static Page Page(FieldCall call)
    {
        var search = new Search<FulfillmentOrder>(call, Fields);
        var byTime = call.Get<string>("sortKey") == "UPDATED_AT";
        var reverse = call.Get<bool>("reverse");
        Cursor? after = call.Get<string>("after") is { } cursor ? Cursor.Parse(cursor) : null;
        var all = call.Shop.FulfillmentOrders
            .Where(f => (f.IsActive || call.Get<bool>("includeClosed")) && OrderSearch.IsVisible(f.Order, call.Context) && search.Matches(f))
            .Select(f => new Edge(f, new Cursor(byTime ? f.UpdatedAt.ToUnixTimeMilliseconds() : f.Id, f.Id)))
            .Where(e => after is not { } place || (reverse ? e.Cursor.CompareTo(place) < 0 : e.Cursor.CompareTo(place) > 0));
        var sorted = reverse ? all.OrderByDescending(e => e.Cursor) : all.OrderBy(e => e.Cursor);
        var wanted = call.GetInt("first") ?? throw new GraphQLException("BAD_REQUEST", "you must provide one of first or last");
        var edges = sorted.Take(wanted + 1).ToList();
        var hasMore = edges.Count > wanted;
        if (hasMore) edges.RemoveAt(wanted);
        return new Page(edges, hasMore, after is not null);
    }
}
