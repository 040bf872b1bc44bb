namespace PulpoSync.Sandbox.Billbee;

/// <summary>The orders that a list asks for.</summary>
internal static class BillbeeOrderList
{
    public static IReadOnlyList<BillbeeOrder> Of(BillbeeCall call)
    {
        var query = call.Query;
        var (ordered, orderedTo) = (query.Time("minOrderDate"), query.Time("maxOrderDate"));
        var (modified, modifiedTo) = (query.Time("modifiedAtMin"), query.Time("modifiedAtMax"));
        var (shops, states, tags) = (query.Integers("shopId"), query.Integers("orderStateId"), query.Texts("tag"));
        var (without, first) = (query.Flag("excludeTags"), query.Integer("minimumBillBeeOrderId"));
        // "Newer than" for the oldest modification, "older or equal" for the newest: so the contract has it.
        var rows = call.World.Orders.Values.Where(o =>
            (ordered is null || o.CreatedAt >= ordered) && (orderedTo is null || o.CreatedAt <= orderedTo)
            && (modified is null || o.LastModifiedAt > modified) && (modifiedTo is null || o.LastModifiedAt <= modifiedTo)
            && (shops.Count == 0 || (o.ApiAccountId is { } shop && shops.Contains(shop)))
            && (states.Count == 0 || (o.State is { } state && states.Contains(state)))
            && (first is null || o.BillBeeOrderId >= first)
            && (tags.Count == 0 || tags.Any(t => o.Tags.Contains(t, StringComparer.OrdinalIgnoreCase)) != without));
        return BillbeeRows.In(call.World, rows, o => o.BillBeeOrderId!.Value, o => o.CreatedAt, o => o.LastModifiedAt);
    }
}
