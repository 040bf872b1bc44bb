using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Reads fulfilment orders (what a location has to ship) and fulfilments (what has left).</summary>
internal static class FulfillmentReader
{
    public static FulfillmentOrder Order(JsonElement node, IReadOnlyList<JsonElement> lines)
    {
        var status = node.Text("status")?.ToUpperInvariant();
        var location = node.Get("assignedLocation");
        var reasons = string.Join(", ", node.Items("fulfillmentHolds").Select(hold => hold.Text("reason")?.ToUpperInvariant()).OfType<string>().Distinct());
        return new FulfillmentOrder
        {
            Key = node.Text("id") ?? "",
            State = State(status),
            StateText = status,
            LocationKey = location?.Get("location")?.Text("id"),
            LocationName = location?.Text("name"),
            Delivery = Delivery(node.Get("deliveryMethod")?.Text("methodType")),
            HoldReason = reasons.Length == 0 ? null : reasons,
            Remaining = Pieces(lines, "remainingQuantity"),
        };
    }

    public static Shipment Shipment(JsonElement node, IReadOnlyList<JsonElement> lines) => new()
    {
        Key = node.Text("id") ?? "",
        LocationKey = node.Get("location")?.Text("id"),
        Lines = Pieces(lines, "quantity"),
        TrackingNumbers = [.. node.Items("trackingInfo").Select(info => info.Text("number")).OfType<string>().Where(number => number.Length > 0)],
        Active = node.Text("status")?.ToUpperInvariant() is not ("CANCELLED" or "ERROR" or "FAILURE"),
    };

    // INCOMPLETE is no end: a fulfilment service has given up, and the rest is still owed to the customer. It stays visible as a state of its own.
    private static FulfillmentState State(string? status) => status switch
    {
        "OPEN" => FulfillmentState.Open,
        "IN_PROGRESS" => FulfillmentState.InProgress,
        "ON_HOLD" => FulfillmentState.OnHold,
        "SCHEDULED" => FulfillmentState.Scheduled,
        "CLOSED" or "CANCELLED" => FulfillmentState.Closed,
        _ => FulfillmentState.Other,
    };

    private static DeliveryKind Delivery(string? method) => method?.ToUpperInvariant() switch
    {
        null or "SHIPPING" or "PICKUP_POINT" => DeliveryKind.Shipping,
        "PICK_UP" => DeliveryKind.PickUp,
        "LOCAL" => DeliveryKind.Local,
        "RETAIL" => DeliveryKind.Retail,
        "NONE" => DeliveryKind.None,
        _ => DeliveryKind.Other,
    };

    private static List<LineQuantity> Pieces(IReadOnlyList<JsonElement> lines, string quantity) =>
    [
        .. from line in lines
           let key = line.Get("lineItem")?.Text("id")
           let pieces = line.Count(quantity) ?? 0
           where key is not null && pieces > 0
           select new LineQuantity(key, pieces),
    ];
}
