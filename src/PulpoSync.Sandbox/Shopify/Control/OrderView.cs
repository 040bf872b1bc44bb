namespace PulpoSync.Sandbox.Shopify;

/// <summary>An order as the control endpoint shows it: the state of the world, independent of what the API gives to whom.</summary>
internal sealed record OrderView(
    long Id,
    string Gid,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CancelledAt,
    bool IsTest,
    bool IsHiddenFromSearch,
    FinancialStatus FinancialStatus,
    FulfillmentStatus FulfillmentStatus,
    IReadOnlyList<string> Tags,
    string? Note,
    long? CustomerId,
    string? Email,
    Address? ShippingAddress,
    IReadOnlyList<OrderView.Line> Lines,
    IReadOnlyList<OrderView.Part> FulfillmentOrders,
    IReadOnlyList<OrderView.Shipment> Fulfillments,
    IReadOnlyList<OrderView.Comeback> Returns,
    IReadOnlyList<OrderView.Repayment> Refunds,
    IReadOnlySet<OrderTrait> Traits)
{
    public static OrderView Of(Order order) => new(
        order.Id,
        order.Gid,
        order.Name,
        order.CreatedAt,
        order.UpdatedAt,
        order.CancelledAt,
        order.IsTest,
        order.IsHiddenFromSearch,
        order.FinancialStatus,
        order.FulfillmentStatus,
        order.Tags,
        order.Note,
        order.Customer?.Id,
        order.Email,
        order.ShippingAddress,
        [.. order.Lines.Select(Line.Of)],
        [.. order.FulfillmentOrders.Select(Part.Of)],
        [.. order.Fulfillments.Select(Shipment.Of)],
        [.. order.Returns.Select(Comeback.Of)],
        [.. order.Refunds.Select(Repayment.Of)],
        order.Traits);

    /// <summary>All orders of a shop, as they are at one moment.</summary>
    public static IReadOnlyList<OrderView> AllOf(ShopifyShop shop)
    {
        lock (shop.Sync) return [.. shop.Orders.Select(Of)];
    }

    public static object Brief(Order order) => new { order.Id, order.Name, order.Traits };

    internal sealed record Line(
        long Id, string? Sku, string Title, int Quantity, int CurrentQuantity, int FulfilledQuantity, bool RequiresShipping, bool IsGiftCard)
    {
        public static Line Of(OrderLine l) =>
            new(l.Id, l.Sku, l.Title, l.Quantity, l.CurrentQuantity, l.FulfilledQuantity, l.RequiresShipping, l.IsGiftCard);
    }

    internal sealed record Part(long Id, FulfillmentOrderStatus Status, string Location, DeliveryMethodType Delivery, IReadOnlyList<Item> Lines)
    {
        public static Part Of(FulfillmentOrder f) => new(
            f.Id, f.Status, f.Location.Name, f.Delivery, [.. f.Lines.Select(i => new Item(i.Id, i.Line.Id, i.TotalQuantity, i.RemainingQuantity))]);
    }

    internal sealed record Shipment(long Id, bool IsCancelled, string Location, IReadOnlyList<TrackingInfo> Tracking, IReadOnlyList<Item> Lines)
    {
        public static Shipment Of(Fulfillment f) => new(
            f.Id, f.IsCancelled, f.Location.Name, f.Tracking, [.. f.Lines.Select(i => new Item(i.Id, i.Line.Id, i.Quantity, 0))]);
    }

    internal sealed record Comeback(long Id, string Name, ReturnStatus Status, IReadOnlyList<Item> Lines)
    {
        public static Comeback Of(Return r) =>
            new(r.Id, r.Name, r.Status, [.. r.Lines.Select(i => new Item(i.Id, i.Shipped.Line.Id, i.Quantity, 0))]);
    }

    internal sealed record Repayment(long Id, decimal Amount, decimal Shipping, string? Note, IReadOnlyList<Item> Lines)
    {
        public static Repayment Of(Refund r) =>
            new(r.Id, r.Amount, r.Shipping, r.Note, [.. r.Lines.Select(i => new Item(i.Id, i.Line.Id, i.Quantity, 0))]);
    }

    internal sealed record Item(long Id, long Line, int Quantity, int Remaining);
}
