using System.Text.Json;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Orders;

/// <summary>
/// Turns Billbee's order into the canonical one. Tolerant: nothing but the id is promised, so that what is missing stays empty; an order that would be shipped
/// wrongly is not read, and says why.
/// </summary>
internal static class BillbeeOrderReader
{
    /// <summary>Reads an order.</summary>
    /// <exception cref="FailureException">It has not even an id, so that nothing can be noted of it.</exception>
    public static BillbeeReadOrder Read(JsonElement order)
    {
        if (order.Number("BillBeeOrderId") is not { } id || id <= 0)
        {
            throw new FailureException(new Failure(FailureKind.Protocol, "OrderWithoutId", "Billbee gives an order without BillBeeOrderId, which is not in its contract."));
        }

        var key = order.Text("BillBeeOrderId")!;
        var number = Filled(order, "OrderNumber");
        var modifiedAt = order.Time("LastModifiedAt");
        var (lines, failure) = BillbeeLineReader.Read(order);
        if (modifiedAt is null || order.Time("CreatedAt") is null) failure ??= Incomplete("when the order was made or changed");
        // Of the wrong kind these would be read as not there, and the order taken for one that stands for itself.
        if (!IsTextOrNull(order, "IsCancelationFor") || !IsTextOrNull(order, "BillBeeParentOrderId")) failure ??= Incomplete("which order this one belongs to");
        if (order.Get("State") is not null && order.Count("State") is null) failure ??= Incomplete("the order's state");
        return failure is null
            ? new BillbeeReadOrder(key, number, modifiedAt, Order(order, key, number ?? key, lines), null)
            : new BillbeeReadOrder(key, number, modifiedAt, null, failure);
    }

    private static Order Order(JsonElement order, string key, string number, IReadOnlyList<OrderLine> lines)
    {
        var status = order.Count("State") is { } state ? BillbeeState.Word(state) : null;
        var cancels = Filled(order, "IsCancelationFor");
        return new Order
        {
            Key = key,
            Number = number,
            Name = number,
            CreatedAt = order.Time("CreatedAt")!.Value,
            UpdatedAt = order.Time("LastModifiedAt")!.Value,
            Status = status,
            Channel = Filled(order, "ApiAccountName"),
            ChannelKey = order.Text("ApiAccountId"),
            ParentKey = order.Text("BillBeeParentOrderId") is { Length: > 0 } parent and not "0" ? parent : null,
            CancellationOf = cancels,
            Tags = [.. order.Items("Tags").Select(tag => tag.AsText()).OfType<string>().Where(tag => tag.Length > 0)],
            // What the seller has noted for his own people. The messages beside it are a conversation: every one would change the order for the warehouse.
            Note = Filled(order, "SellerComment"),
            Customer = BillbeePeople.Customer(order, key),
            Email = BillbeePeople.Email(order),
            Phone = BillbeePeople.Phone(order),
            ShipTo = BillbeePeople.Address(order.Get("ShippingAddress")),
            BillTo = BillbeePeople.Address(order.Get("InvoiceAddress")),
            ShippingMethod = Filled(order, "ShippingProfileName") ?? Filled(order, "ShippingProviderProductName"),
            Currency = Filled(order, "Currency"),
            // Inferred: prices hold the tax where the order shows it.
            TaxesIncluded = order.Count("VatMode") == 0,
            Total = Total(order),
            Subtotal = Money(order, "TotalCost"),
            Shipping = Money(order, "ShippingCost"),
            Lines = lines,
            FulfillmentOrders = [Fulfillment(status, cancels is not null, lines)],
            Shipments = [.. order.Items("ShippingIds").Where(parcel => parcel.Count("ShipmentType") is null or 0).Select(Shipment)],
        };
    }

    // One place ships everything. The state says whether there is anything to ship, since Billbee does not count what has left.
    private static FulfillmentOrder Fulfillment(string? status, bool isDocument, IReadOnlyList<OrderLine> lines) => new()
    {
        Key = BillbeeConnector.Place.Key,
        State = isDocument || BillbeeState.AsksForNothing(status) ? FulfillmentState.Closed : FulfillmentState.Open,
        StateText = status,
        LocationKey = BillbeeConnector.Place.Key,
        LocationName = BillbeeConnector.Place.Name,
        Remaining = [.. lines.Where(line => line.Quantity > 0).Select(line => new LineQuantity(line.Key, line.Quantity))],
    };

    // Which lines a parcel holds is not told.
    private static Shipment Shipment(JsonElement parcel) => new()
    {
        Key = parcel.Text("BillbeeId") ?? "",
        LocationKey = BillbeeConnector.Place.Key,
        TrackingNumbers = Filled(parcel, "ShippingId") is { } tracking ? [tracking] : [],
    };

    // The total leaves the shipping out; documented.
    private static Money? Total(JsonElement order) => Money(order, "TotalCost") is { } goods
        ? goods with { Amount = goods.Amount + (order.Amount("ShippingCost") ?? 0) }
        : null;

    private static Money? Money(JsonElement order, string name) =>
        order.Amount(name) is { } amount && Filled(order, "Currency") is { } currency ? new Money(amount, currency) : null;

    private static bool IsTextOrNull(JsonElement order, string name) => order.Get(name) is not { } value || value.AsText() is not null;

    private static Failure Incomplete(string what) => new(FailureKind.Data, "OrderIncomplete", $"Billbee does not say {what} in a form that is in its contract.");

    private static string? Filled(JsonElement element, string name) => element.Text(name)?.Trim() is { Length: > 0 } text ? text : null;
}
