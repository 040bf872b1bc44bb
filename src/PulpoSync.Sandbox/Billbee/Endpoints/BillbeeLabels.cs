namespace PulpoSync.Sandbox.Billbee;

/// <summary>Makes labels, as the carriers behind Billbee do.</summary>
internal static class BillbeeLabels
{
    /// <summary>POST /shipment/shipwithlabel: a parcel for an order, with its label. Which code Billbee gives for which refusal is inferred.</summary>
    public static BillbeeAnswer Ship(BillbeeCall call)
    {
        var world = call.World;
        var wanted = call.Body<Wanted>();
        if (wanted.OrderId is not { } id || !world.Orders.TryGetValue(id, out var order))
            return call.Missing(BillbeeErrorCode.OrderNotFound, "Order not found");
        var date = wanted.ShipDate is { } text ? BillbeeTime.Parse(text, call.Options) ?? throw new BillbeeRequestException("The request is invalid.") : world.Now;
        var provider = world.Providers.Find(p => p.Id == wanted.ProviderId);
        if (provider?.Products.FirstOrDefault(p => p.Id == wanted.ProductId) is not { } product)
            return call.Refused(BillbeeErrorCode.InvalidData, "Shipping provider or product not found");
        if (order.State == BillbeeStates.Canceled) return call.Refused(BillbeeErrorCode.OrderCanceled, "Order is canceled");
        if (order.State == BillbeeStates.Deleted) return call.Refused(BillbeeErrorCode.OrderDeleted, "Order is deleted");
        if (world.RefusedLabels.TryGetValue(id, out var reason)) return call.Refused(BillbeeErrorCode.InternalError, reason);
        if (Fault(order.ShippingAddress) is { } fault) return call.Refused(BillbeeErrorCode.InvalidData, fault);
        return call.Result(Made(world, order, provider, product, date, wanted.ChangeStateToSend ?? true));
    }

    private static object Made(
        BillbeeWorld world, BillbeeOrder order, BillbeeShippingProvider provider, BillbeeShippingProduct product, DateTime date, bool send)
    {
        var number = world.NextTrackingNumber();
        var shipment = BillbeeParcels.Add(world, order, new BillbeeShipment
        {
            ShippingId = number,
            TrackingUrl = $"https://tracking.example/{number}",
            ShippingProviderId = provider.Id,
            ShippingProviderProductId = product.Id,
            ShipmentType = 0,
        });
        if (send) BillbeeStates.Set(world, world.Orders[order.BillBeeOrderId!.Value], BillbeeStates.Shipped);
        return new
        {
            OrderId = order.BillBeeOrderId,
            OrderReference = order.OrderNumber,
            shipment.ShippingId,
            shipment.TrackingUrl,
            LabelDataPdf = BillbeePdf.Page($"{product.DisplayName} {number}"),
            ExportDocsPdf = (byte[]?)null,
            Carrier = BillbeeLists.Carriers[product.Carrier],
            ShippingDate = date,
        };
    }

    // In the carrier's words, which name what is wrong: such a text holds personal data.
    private static string? Fault(BillbeeAddress? address) =>
        new[] { address?.Street, address?.Zip, address?.City, address?.CountryISO2 }.Any(string.IsNullOrWhiteSpace)
            ? $"The address of {address?.FirstName} {address?.LastName} is not complete: {address?.Street}, {address?.Zip} {address?.City}"
            : null;

    private sealed record Wanted(long? OrderId, long? ProviderId, long? ProductId, bool? ChangeStateToSend, int? WeightInGram, string? ShipDate);
}
