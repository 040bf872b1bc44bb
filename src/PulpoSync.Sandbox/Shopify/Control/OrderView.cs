namespace PulpoSync.Sandbox.Shopify;

/// <summary>An order as the control endpoint shows it: the state of the world, independent of what the API gives to whom.</summary>
internal sealed record OrderView(
    long Id, string Gid, string Name, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? CancelledAt, bool IsTest, bool IsHiddenFromSearch,
    FinancialStatus FinancialStatus, FulfillmentStatus FulfillmentStatus, IReadOnlyList<string> Tags, string? Note, long? CustomerId, string? Email,
    Address? ShippingAddress, IEnumerable<OrderView.Line> Lines, IEnumerable<OrderView.Part> FulfillmentOrders, IEnumerable<OrderView.Shipment> Fulfillments,
    IReadOnlySet<OrderTrait> Traits)
{
    public static OrderView Of(Order order) => new(
        order.Id, order.Gid, order.Name, order.CreatedAt, order.UpdatedAt, order.CancelledAt, order.IsTest, order.IsHiddenFromSearch,
        order.FinancialStatus, order.FulfillmentStatus, order.Tags, order.Note, order.Customer?.Id, order.Email, order.ShippingAddress,
        order.Lines.Select(l => new Line(l.Id, l.Sku, l.Title, l.Quantity, l.CurrentQuantity, l.FulfilledQuantity, l.RequiresShipping, l.IsGiftCard)),
        order.FulfillmentOrders.Select(f => new Part(f.Id, f.Status, f.Location.Name, f.Delivery, f.Lines.Select(i => new Item(i.Id, i.Line.Id, i.TotalQuantity, i.RemainingQuantity)))),
        order.Fulfillments.Select(f => new Shipment(f.Id, f.IsCancelled, f.Location.Name, f.Tracking, f.Lines.Select(i => new Item(i.Id, i.Line.Id, i.Quantity, 0)))),
        order.Traits);

    public static object Brief(Order order) => new { order.Id, order.Name, order.Traits };

    internal sealed record Line(long Id, string? Sku, string Title, int Quantity, int CurrentQuantity, int FulfilledQuantity, bool RequiresShipping, bool IsGiftCard);

    internal sealed record Part(long Id, FulfillmentOrderStatus Status, string Location, DeliveryMethodType Delivery, IEnumerable<Item> Lines);

    internal sealed record Shipment(long Id, bool IsCancelled, string Location, IReadOnlyList<TrackingInfo> Tracking, IEnumerable<Item> Lines);

    internal sealed record Item(long Id, long Line, int Quantity, int Remaining);
}
