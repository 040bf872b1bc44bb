namespace PulpoSync.Sandbox.Shopify;

/// <summary>What an app must be granted to read a field, as the schema's <c>requiredAccess</c> and <c>isProtected</c> say.</summary>
internal sealed record FieldAccess(IReadOnlyList<string> AnyScopeOf, bool IsProtected)
{
    private const string Merchant = "read_merchant_managed_fulfillment_orders";
    private const string Assigned = "read_assigned_fulfillment_orders";
    private const string ThirdParty = "read_third_party_fulfillment_orders";

    // The schema names no access for fulfillmentCancel; that it needs what the others need is inferred.
    private static readonly string[] WriteFulfillmentOrders =
        ["write_assigned_fulfillment_orders", "write_merchant_managed_fulfillment_orders", "write_third_party_fulfillment_orders"];

    private static readonly FieldAccess Free = new([], false);

    // By the type that a field gives. Fulfilment orders below an order are not here: without a scope they are left out in silence.
    private static readonly Dictionary<string, string[]> ScopesByType = new(StringComparer.Ordinal)
    {
        ["Customer"] = ["read_customers"],
        ["InventoryItem"] = ["read_inventory", "read_products"],
        ["InventoryItemConnection"] = ["read_inventory", "read_products"],
        ["InventoryLevel"] = ["read_inventory"],
        ["InventoryLevelConnection"] = ["read_inventory"],
        ["Location"] = ["read_locations", "read_inventory"],
        ["LocationConnection"] = ["read_locations"],
        ["Order"] = ["read_orders"],
        ["OrderConnection"] = ["read_orders"],
        ["OrderTransaction"] = ["read_orders"],
        ["Product"] = ["read_products"],
        ["ProductConnection"] = ["read_products"],
        ["ProductVariant"] = ["read_products"],
        ["ProductVariantConnection"] = ["read_products"],
        ["Refund"] = ["read_orders"],
        ["Return"] = ["read_returns"],
        ["ReturnConnection"] = ["read_returns"],
        ["ReturnReasonDefinition"] = ["read_returns"],
        ["ReturnReasonDefinitionConnection"] = ["read_returns"],
        ["ReturnableFulfillmentConnection"] = ["read_returns"],
    };

    private static readonly Dictionary<string, string[]> ScopesByField = new(StringComparer.Ordinal)
    {
        ["InventoryItem.duplicateSkuCount"] = ["read_inventory"],
        ["InventoryItem.locationsCount"] = ["read_inventory"],
        ["Location.inventoryLevel"] = ["read_inventory"],
        ["Location.inventoryLevels"] = ["read_inventory"],
        ["Mutation.fulfillmentCancel"] = WriteFulfillmentOrders,
        ["Mutation.fulfillmentCreate"] = WriteFulfillmentOrders,
        ["Mutation.fulfillmentTrackingInfoUpdate"] = WriteFulfillmentOrders,
        ["Mutation.inventoryActivate"] = ["write_inventory"],
        ["Mutation.inventorySetQuantities"] = ["write_inventory"],
        ["Mutation.orderUpdate"] = ["write_orders"],
        // The schema's words for refundCreate name no scope that can be granted; that it needs this one is inferred.
        ["Mutation.refundCreate"] = ["write_orders"],
        ["Mutation.returnCancel"] = ["write_returns"],
        ["Mutation.returnClose"] = ["write_returns"],
        ["Mutation.returnCreate"] = ["write_returns"],
        ["Mutation.returnReopen"] = ["write_returns"],
        ["Mutation.tagsAdd"] = ["write_orders"],
        ["Mutation.tagsRemove"] = ["write_orders"],
        ["QueryRoot.fulfillment"] = ["read_orders", Assigned, Merchant, ThirdParty],
        ["QueryRoot.fulfillmentOrder"] = [Assigned, Merchant, ThirdParty],
        ["QueryRoot.fulfillmentOrders"] = [Assigned, Merchant, ThirdParty],
        ["QueryRoot.ordersCount"] = ["read_orders"],
        ["QueryRoot.productsCount"] = ["read_products"],
    };

    private static readonly HashSet<string> Protected =
    [
        "Customer.displayName", "Customer.email", "Customer.firstName", "Customer.lastName", "Customer.phone",
        "CustomerEmailAddress.emailAddress", "CustomerPhoneNumber.phoneNumber",
        "FulfillmentOrderDestination.address1", "FulfillmentOrderDestination.address2", "FulfillmentOrderDestination.city",
        "FulfillmentOrderDestination.email", "FulfillmentOrderDestination.firstName", "FulfillmentOrderDestination.lastName",
        "FulfillmentOrderDestination.phone", "FulfillmentOrderDestination.zip",
        "MailingAddress.address1", "MailingAddress.address2", "MailingAddress.firstName", "MailingAddress.formatted",
        "MailingAddress.lastName", "MailingAddress.latitude", "MailingAddress.longitude", "MailingAddress.name",
        "MailingAddress.phone", "MailingAddress.zip", "Order.email", "Order.phone",
    ];

    /// <summary>The requirement in the words of Shopify's error: <c>`a` access scope, `b` access scope or `c` access scope.</c></summary>
    public string Requirement
    {
        get
        {
            var scopes = AnyScopeOf.Select(s => $"`{s}` access scope").ToArray();
            return scopes.Length == 1 ? $"{scopes[0]}." : $"{string.Join(", ", scopes[..^1])} or {scopes[^1]}.";
        }
    }

    public static FieldAccess Of(string owner, string field, string type)
    {
        var name = $"{owner}.{field}";
        // Nodes and edges of a connection need what the connection needs; asking once is enough.
        var insideConnection = owner.EndsWith("Connection", StringComparison.Ordinal) || owner.EndsWith("Edge", StringComparison.Ordinal);
        var scopes = ScopesByField.GetValueOrDefault(name) ?? (insideConnection ? null : ScopesByType.GetValueOrDefault(type));
        var isProtected = Protected.Contains(name);
        return scopes is null && !isProtected ? Free : new FieldAccess(scopes ?? [], isProtected);
    }

    /// <summary>Whether the scopes suffice.</summary>
    public bool IsGranted(IReadOnlyCollection<string> scopes) => AnyScopeOf.Count == 0 || AnyScopeOf.Any(s => Includes(scopes, s));

    /// <summary>Whether a scope is among those granted. A <c>write_x</c> scope implies <c>read_x</c>.</summary>
    public static bool Includes(IReadOnlyCollection<string> granted, string scope) =>
        granted.Contains(scope) || (scope.StartsWith("read_", StringComparison.Ordinal) && granted.Contains($"write_{scope[5..]}"));
}
