using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Benchmarks.World;

/// <summary>The world that is measured in: a shop of plain orders and a tenant that knows its goods. The same plan gives the same world.</summary>
/// <param name="Orders">Orders of the shop, all to be imported; every second one of a new customer.</param>
internal sealed record WorldPlan(int Orders)
{
    /// <summary>How many different goods there are.</summary>
    public const int Products = 200;

    private const string Warehouse = "Berlin";
    private const int OtherCustomers = 10;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Name of the shop and of the tenant.</summary>
    public string Name { get; init; } = "bench";

    /// <summary>When the first order was made. Kept with the plan, so that requests of one world can be sent to another of the same plan.</summary>
    public DateTimeOffset From { get; init; } = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()) - Week - TimeSpan.FromDays(1);

    /// <summary>Over how long a time the orders are spread.</summary>
    public TimeSpan Spread { get; init; } = Week;

    /// <summary>What a list of values does to PULPO's filters.</summary>
    public MultiValueFilter MultiValueFilter { get; init; } = MultiValueFilter.On;

    /// <summary>The shop.</summary>
    public ShopOptions Shop => new() { Name = Name, Locations = [Warehouse], Throttling = false, Tokens = [Login.ShopToken] };

    /// <summary>Its orders.</summary>
    public ShopSeed ShopSeed => new() { Orders = Orders, Products = Products, Customers = Math.Max(1, Orders / 2), Plain = true, From = From, Spread = Spread };

    /// <summary>The tenant.</summary>
    public TenantOptions Tenant => new() { Name = Name, Username = Login.UserName, Password = Login.Password, MultiValueFilter = MultiValueFilter };

    /// <summary>What the tenant has. As a warehouse at work it has customers already, though none of this shop.</summary>
    public static PulpoSeed TenantSeed => new()
    {
        Warehouses = [Warehouse],
        Skus = [.. Enumerable.Range(1, Products).Select(ShopSeed.SkuOf)],
        Customers = [.. Enumerable.Range(1, OtherCustomers).Select(number => $"OTHER-{number}")],
    };
}
