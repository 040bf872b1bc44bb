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
        var found = call.Shop.FulfillmentOrders.Where(
            f => (f.IsActive || call.Get<bool>("includeClosed")) && OrderSearch.IsVisible(f.Order, call.Context) && search.Matches(f));
        return call.Sort(found, f => new Cursor(byTime ? f.UpdatedAt.ToUnixTimeMilliseconds() : f.Id, f.Id));
    }
}
