namespace PulpoSync.Sandbox.Billbee;

/// <summary>Orders.</summary>
internal static class BillbeeOrderEndpoints
{
    public static IEnumerable<BillbeeRoute> Routes { get; } =
    [
        new("GET", "orders", call => call.Paged(BillbeeOrderList.Of(call))),
        new("GET", "orders/{id}", call => call.WithOrder(call.Result)),
        new("GET", "orders/findbyextref/{extRef}", FindByReference),
        new("PUT", "orders/{id}/orderstate", SetState),
        new("POST", "orders/{id}/shipment", AddShipment),
        new("POST", "orders/{id}/tags", call => SetTags(call, keep: true)),
        new("PUT", "orders/{id}/tags", call => SetTags(call, keep: false)),
    ];

    private static BillbeeAnswer FindByReference(BillbeeCall call) =>
        call.World.Orders.Values.FirstOrDefault(o => o.OrderNumber == call.Value()) is { } order
            ? call.Result(order)
            : call.Missing(BillbeeErrorCode.OrderNotFound, "Order not found");

    private static BillbeeAnswer SetState(BillbeeCall call) => call.WithOrder(order =>
    {
        if (call.Body<NewState>().NewStateId is not { } state || state < 1 || state > BillbeeLists.States.Count)
            return call.Refused(BillbeeErrorCode.InvalidData, "Invalid state");
        BillbeeStates.Set(call.World, order, state);
        return call.Result(null);
    });

    // A shipment does not change the order's state: the model has no word for one. Inferred.
    private static BillbeeAnswer AddShipment(BillbeeCall call) => call.WithOrder(order =>
    {
        var body = call.Body<NewShipment>();
        BillbeeParcels.Add(call.World, order, new BillbeeShipment
        {
            ShippingId = body.ShippingId,
            ShippingProviderId = body.ShippingProviderId,
            ShippingProviderProductId = body.ShippingProviderProductId,
            ShippingCarrier = body.CarrierId,
            ShipmentType = body.ShipmentType ?? 0,
        });
        return call.Result(null);
    });

    private static BillbeeAnswer SetTags(BillbeeCall call, bool keep) => call.WithOrder(order =>
    {
        if (call.Body<NewTags>().Tags is not { } tags) return call.Refused(BillbeeErrorCode.InvalidData, "Tags are missing");
        var all = (keep ? order.Tags : []).Concat(tags).DistinctBy(t => t, StringComparer.OrdinalIgnoreCase);
        call.World.Save(order with { Tags = [.. all] });
        return call.Result(null);
    });

    private sealed record NewState(int? NewStateId);

    private sealed record NewTags(List<string>? Tags);

    private sealed record NewShipment(string? ShippingId, long? ShippingProviderId, long? ShippingProviderProductId, int? CarrierId, int? ShipmentType);
}
