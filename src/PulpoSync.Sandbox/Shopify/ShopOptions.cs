using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

/// <summary>A Shopify shop to emulate.</summary>
public sealed record ShopOptions
{
    /// <summary>The shop's name, as in <c>{name}.myshopify.com</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Subscription; decides the rate limit and, unless <see cref="CustomerData"/> says otherwise, the access to customer data.</summary>
    public ShopPlan Plan { get; init; } = ShopPlan.Grow;

    /// <summary>Whether the shop can be used at all.</summary>
    public ShopState State { get; init; }

    /// <summary>The shop's currency.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>The shop's time zone, by its IANA name.</summary>
    public string TimeZone { get; init; } = "Europe/Berlin";

    /// <summary>Before the number in an order's name.</summary>
    public string OrderPrefix { get; init; } = "#";

    /// <summary>After the number in an order's name.</summary>
    public string OrderSuffix { get; init; } = "";

    /// <summary>The number of the first order.</summary>
    public int FirstOrderNumber { get; init; } = 1001;

    /// <summary>The locations that the shop starts with.</summary>
    public IReadOnlyList<string> Locations { get; init; } = ["Berlin", "Hamburg", "Showroom"];

    /// <summary>What the app may do. Without <c>read_all_orders</c>, orders older than 60 days are left out in silence.</summary>
    public IReadOnlyList<string> Scopes { get; init; } =
    [
        "read_orders", "write_orders", "read_all_orders", "read_customers", "read_products", "read_inventory", "write_inventory", "read_locations",
        "read_returns", "write_returns", "read_merchant_managed_fulfillment_orders", "write_merchant_managed_fulfillment_orders",
    ];

    /// <summary>Permanent tokens that are accepted; by default <c>shpat_sandbox_{name}</c>.</summary>
    public IReadOnlyList<string>? Tokens { get; init; }

    /// <summary>The app's client id for the client credentials grant.</summary>
    public string ClientId { get; init; } = "sandbox-client";

    /// <summary>The app's client secret for the client credentials grant.</summary>
    public string ClientSecret { get; init; } = "shpss_sandbox";

    /// <summary>Life of a token from the client credentials grant; a day less a second, as Shopify's.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(86399);

    /// <summary>False: the grant answers <c>app_not_installed</c>.</summary>
    public bool AppIsInstalled { get; init; } = true;

    /// <summary>False: the grant answers <c>shop_not_permitted</c>, as for a shop of another organisation.</summary>
    public bool AppIsOfThisOrganization { get; init; } = true;

    /// <summary>How protected customer data is given; null (the default) follows the plan: withheld as null on Basic, given otherwise.</summary>
    public CustomerDataAccess? CustomerData { get; init; }

    /// <summary>Whether the cost bucket refuses calls. Costs are reported in any case.</summary>
    public bool Throttling { get; init; } = true;

    /// <summary>Whether an order is archived once it is paid and shipped, as most shops have it; a cancelled shipment brings it back. Off by default.</summary>
    public bool ArchivesOrders { get; init; }

    /// <summary>How long a new or changed order takes to reach the search index; at once by default.</summary>
    public TimeSpan SearchLag { get; init; }

    internal CustomerDataAccess EffectiveCustomerData => CustomerData ?? (Plan == ShopPlan.Basic ? CustomerDataAccess.Null : CustomerDataAccess.Given);

    internal IReadOnlyList<string> EffectiveTokens => Tokens ?? [$"shpat_sandbox_{Name}"];
}
