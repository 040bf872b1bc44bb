using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>An order as far as shipping goes: what the shop was told, and what it can still be told. Kept in step with what we tell it.</summary>
internal sealed class ShippingOrder
{
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);

    public ShippingOrder(OrderParts parts)
    {
        Key = parts.Id;
        Load(parts);
    }

    /// <summary>Key.</summary>
    public string Key { get; }
    /// <summary>Number for people.</summary>
    public string Name { get; private set; } = "";
    /// <summary>True where the shop has cancelled it.</summary>
    public bool IsCancelled { get; private set; }
    /// <summary>Shipments that the shop knows of, oldest first.</summary>
    public List<ToldShipment> Told { get; private set; } = [];
    /// <summary>Lines of fulfilment orders.</summary>
    public IReadOnlyList<OpenLine> Open { get; private set; } = [];

    /// <summary>Takes over what was read anew.</summary>
    public void Load(OrderParts parts)
    {
        Name = parts.Name ?? Key;
        IsCancelled = parts.Head.Moment("cancelledAt") is not null;
        Told = [.. parts.Fulfillments.Select(node => Shipment(node, parts))];
        Open = [.. parts.FulfillmentOrders.Nodes.SelectMany(node => Lines(node, parts))];
    }

    /// <summary>Remembers whose some shipments are, so that no other packing of this batch takes them for its own.</summary>
    public void Claim(IEnumerable<string> shipments) => _claimed.UnionWith(shipments);

    /// <summary>True where a shipment belongs to another packing of this batch.</summary>
    public bool IsClaimed(string shipment) => _claimed.Contains(shipment);

    private static ToldShipment Shipment(JsonElement node, OrderParts parts)
    {
        var shipment = FulfillmentReader.Shipment(node, parts.LinesOf(node).Nodes);
        return new ToldShipment(shipment.Key, shipment.Active, shipment.Lines) { Tracking = ShipmentTracking.Read(node) };
    }

    private static IEnumerable<OpenLine> Lines(JsonElement node, OrderParts parts)
    {
        var status = node.Text("status")?.ToUpperInvariant();
        // What it supports says it all; it is read with the first fulfilment orders only, and beyond them the state has to do.
        var mayShip = node.Get("supportedActions") is null
            ? status is "OPEN" or "IN_PROGRESS"
            : node.Items("supportedActions").Any(action => action.Text("action") == "CREATE_FULFILLMENT");
        return from line in parts.LinesOf(node).Nodes
               let key = line.Get("lineItem")?.Text("id")
               let id = line.Text("id")
               where key is not null && id is not null
               select new OpenLine
               {
                   FulfillmentOrder = node.Text("id") ?? "", Id = id, Line = key, Location = node.Get("assignedLocation", "location")?.Text("id"), Status = status,
                   MayShip = mayShip, Remaining = line.Count("remainingQuantity") ?? 0,
               };
    }
}
