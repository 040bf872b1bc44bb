namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Access scopes: what a type needs, and what an app has.</summary>
internal sealed class ShopifyScopes
{
    public const string AllOrders = "read_all_orders";

    /// <summary>Fulfilment orders at other people's locations; without them Shopify leaves such orders out and says nothing.</summary>
    public static readonly IReadOnlyList<string> OtherFulfillment = ["read_assigned_fulfillment_orders", "read_third_party_fulfillment_orders"];

    private readonly HashSet<string> _granted;

    public ShopifyScopes(IEnumerable<string> granted)
    {
        _granted = new HashSet<string>(granted, StringComparer.Ordinal);
        // write_x implies read_x, and Shopify does not always list both.
        foreach (var scope in _granted.ToList())
        {
            if (scope.StartsWith("write_", StringComparison.Ordinal)) _granted.Add("read_" + scope["write_".Length..]);
        }
    }

    public bool Has(string scope) => _granted.Contains(scope);

    public IReadOnlyList<string> Missing(IEnumerable<string> needed) => [.. needed.Where(scope => !Has(scope))];

    /// <summary>What a type needs at the shop, on whichever side it stands.</summary>
    public static IReadOnlyList<string> NeededFor(IntegrationType type) => type switch
    {
        IntegrationType.SalesOrders =>
            ["read_orders", "read_products", "read_customers", "read_locations", "read_merchant_managed_fulfillment_orders"],
        IntegrationType.Products => ["read_products", "read_inventory"],
        IntegrationType.SalesOrdersPos => ["read_orders", "read_products", "read_locations"],
        IntegrationType.Stock => ["read_inventory", "write_inventory", "read_locations"],
        IntegrationType.GenerateShipments => ["read_orders", "read_locations", "write_merchant_managed_fulfillment_orders"],
        IntegrationType.StatusUpdates => ["write_orders"],
        IntegrationType.Returns => ["read_orders", "write_orders", "read_returns", "write_returns"],
        _ => [],
    };
}
