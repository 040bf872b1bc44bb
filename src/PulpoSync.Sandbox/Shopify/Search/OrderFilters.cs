namespace PulpoSync.Sandbox.Shopify;

/// <summary>What orders can be searched by.</summary>
internal static class OrderFilters
{
    private static readonly string[] FinancialStatuses =
        ["paid", "pending", "authorized", "partially_paid", "partially_refunded", "refunded", "voided", "expired"];

    public static readonly SearchFields<Order> Fields = new(
        new Dictionary<string, FieldFilter<Order>>(StringComparer.Ordinal)
        {
            ["id"] = (order, term, _) => SearchValues.Compare(order.Id, term),
            ["name"] = (order, term, shop) => IsNamed(order, term, shop),
            ["created_at"] = (order, term, shop) => SearchValues.Compare(order.CreatedAt, term, shop),
            ["processed_at"] = (order, term, shop) => SearchValues.Compare(order.CreatedAt, term, shop),
            ["updated_at"] = (order, term, shop) => SearchValues.Compare(order.IndexedUpdatedAt ?? order.UpdatedAt, term, shop),
            ["status"] = (order, term, _) => HasStatus(order, term.Value),
            ["test"] = (order, term, _) => SearchValues.Compare(order.IsTest, term),
            ["financial_status"] = (order, term, _) => HasFinancialStatus(order, term),
            ["fulfillment_status"] = (order, term, _) => HasFulfillmentStatus(order, term.Value),
            ["tag"] = (order, term, _) => order.Tags.Any(tag => SearchValues.Is(tag, term)),
            ["tag_not"] = (order, term, _) => !order.Tags.Any(tag => SearchValues.Is(tag, term)),
            ["source_name"] = (order, term, _) => SearchValues.Is(order.SourceName, term),
            ["location_id"] = (order, term, _) => order.RetailLocation is { } place && SearchValues.Compare(place.Id, term) == true,
            ["fulfillment_location_id"] = (order, term, _) => order.FulfillmentOrders.Any(f => SearchValues.Compare(f.Location.Id, term) == true),
            ["return_status"] = (order, term, _) => SearchValues.Is(Scalars.NameOf(order.ReturnStatus), term),
            ["sku"] = (order, term, _) => order.Lines.Any(line => SearchValues.Is(line.Sku, term)),
            ["email"] = (order, term, _) => SearchValues.Is(order.Email, term),
            ["customer_id"] = (order, term, _) => order.Customer is { } customer && SearchValues.Compare(customer.Id, term) == true,
            ["default"] = (order, term, shop) => IsNamed(order, term, shop) || SearchValues.Is(order.Email, term),
        },
        new HashSet<string>(StringComparer.Ordinal)
        {
            "cart_token", "channel", "channel_id", "chargeback_status", "checkout_token", "confirmation_number", "credit_card_last4", "current_total_price",
            "delivery_method", "discount_code", "fraud_protection_level", "gateway", "payment_id",
            "payment_provider_id", "po_number", "reference_location_id", "risk_level", "sales_channel", "source_identifier",
            "subtotal_line_items_quantity", "total_weight",
        });

    private static bool IsNamed(Order order, SearchNode.Term term, ShopifyShop shop) =>
        SearchValues.Is(order.Name, term)
        || SearchValues.Is($"{order.Number}{shop.Options.OrderSuffix}", term)
        || SearchValues.Is($"{order.Number}", term);

    private static bool? HasStatus(Order order, string value) => value.ToLowerInvariant() switch
    {
        "open" => order.ClosedAt is null && order.CancelledAt is null,
        "closed" => order.ClosedAt is not null && order.CancelledAt is null,
        "cancelled" => order.CancelledAt is not null,
        "not_closed" => order.ClosedAt is null,
        "any" => true,
        _ => null,
    };

    private static bool? HasFinancialStatus(Order order, SearchNode.Term term) =>
        term.Value.Split(',').All(v => FinancialStatuses.Contains(v.ToLowerInvariant()))
            ? SearchValues.Is(Scalars.NameOf(order.FinancialStatus), term)
            : null;

    // Which display values the words of the search stand for is inferred.
    private static bool? HasFulfillmentStatus(Order order, string value) => value.ToLowerInvariant() switch
    {
        "shipped" or "fulfilled" => order.FulfillmentStatus == FulfillmentStatus.Fulfilled,
        "partial" => order.FulfillmentStatus == FulfillmentStatus.PartiallyFulfilled,
        "unshipped" => order.Lines.All(l => l.FulfilledQuantity == 0),
        "unfulfilled" => order.FulfillmentStatus is FulfillmentStatus.Unfulfilled or FulfillmentStatus.PartiallyFulfilled,
        "scheduled" => order.FulfillmentStatus == FulfillmentStatus.Scheduled,
        "on_hold" => order.FulfillmentStatus == FulfillmentStatus.OnHold,
        "request_declined" => order.FulfillmentStatus == FulfillmentStatus.RequestDeclined,
        _ => null,
    };
}
