namespace PulpoSync.Sandbox.Billbee;

/// <summary>Shipping providers, parcels, labels.</summary>
internal static class BillbeeShipmentEndpoints
{
    public static IEnumerable<BillbeeRoute> Routes { get; } =
    [
        new("GET", "shipment/shippingproviders", call => call.Bare(call.World.Providers)),
        new("GET", "shipment/ping", call => call.Result(null)),
        new("GET", "shipment/shipments", List),
        new("POST", "shipment/shipwithlabel", BillbeeLabels.Ship),
    ];

    private static BillbeeAnswer List(BillbeeCall call)
    {
        var query = call.Query;
        var (since, until, order) = (query.Time("createdAtMin"), query.Time("createdAtMax"), query.Integer("orderId"));
        var (first, provider) = (query.Integer("minimumShipmentId"), query.Integer("shippingProviderId"));
        var rows = call.World.Orders.Values
            .Where(o => order is null || o.BillBeeOrderId == order)
            .SelectMany(o => o.ShippingIds)
            .Where(s => (since is null || s.Created >= since) && (until is null || s.Created <= until)
                && (first is null || s.BillbeeId >= first) && (provider is null || s.ShippingProviderId == provider))
            .OrderBy(s => s.BillbeeId);
        return call.Paged(BillbeeRows.In(call.World, rows, s => s.BillbeeId!.Value, s => s.Created, s => s.Created));
    }
}
