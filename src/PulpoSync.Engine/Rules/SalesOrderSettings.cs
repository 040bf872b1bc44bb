using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Rules;

/// <summary>The settings of sales orders, read once for a run.</summary>
public sealed record SalesOrderSettings
{
    /// <summary>States of the whole order to import, upper case; empty: the source has none, or all are wanted.</summary>
    public IReadOnlySet<string> OrderStatus { get; init; } = new HashSet<string>();
    /// <summary>Shop accounts to import, by name or key; empty: all.</summary>
    public IReadOnlyList<string> ShopAccounts { get; init; } = [];
    /// <summary>Send orders that belong to another one.</summary>
    public bool ImportChildOrders { get; init; }
    /// <summary>Payment states to import, upper case.</summary>
    public required IReadOnlySet<string> FinancialStatus { get; init; }
    /// <summary>Shipping states to import, upper case.</summary>
    public required IReadOnlySet<string> FulfillmentStatus { get; init; }
    /// <summary>States that cancel, upper case; <c>CANCELLED</c> means the order's own cancellation.</summary>
    public required IReadOnlySet<string> CancelStatus { get; init; }
    /// <summary>Tags that an order needs, all of them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Order tags into the criterium.</summary>
    public bool TagsToCriterium { get; init; }
    /// <summary>Drop what needs no shipping.</summary>
    public bool PhysicalOnly { get; init; }
    /// <summary>Number with the shop's prefix and suffix.</summary>
    public bool OrderNumberAffixes { get; init; }
    /// <summary>Own text before the number.</summary>
    public string NumberPrefix { get; init; } = "";
    /// <summary>Delivery date from a tag.</summary>
    public bool DeliveryDateFromTag { get; init; }
    /// <summary>Words before the colon of such a tag.</summary>
    public IReadOnlyList<string> DeliveryDateTags { get; init; } = [];
    /// <summary>Identifier of the customer that stands in.</summary>
    public string? FallbackCustomer { get; init; }
    /// <summary>One warehouse for every location.</summary>
    public string? Warehouse { get; init; }
    /// <summary>Location name to warehouse name.</summary>
    public IReadOnlyDictionary<string, string> WarehouseMap { get; init; } = new Dictionary<string, string>();
    /// <summary>Orders placed earlier are not wanted.</summary>
    public required DateTimeOffset StartFrom { get; init; }
    /// <summary>Import test orders.</summary>
    public bool IncludeTest { get; init; }
    /// <summary>Import pick-up, local and retail delivery.</summary>
    public bool IncludePickup { get; init; }
    /// <summary>Tags that our own integrations put onto orders.</summary>
    public IReadOnlyList<string> OwnTags { get; init; } = [];
    /// <summary>Zone of calendar dates.</summary>
    public required TimeZoneInfo Zone { get; init; }
    /// <summary>The destination's warehouses.</summary>
    public IReadOnlyList<Place> Warehouses { get; init; } = [];

    /// <summary>Reads the settings of an integration.</summary>
    public static SalesOrderSettings From(SettingBag bag, DateTimeOffset startFrom, TimeZoneInfo zone, IReadOnlyList<Place> warehouses) => new()
    {
        OrderStatus = Words(bag, "OrderStatus"),
        ShopAccounts = bag.List("ShopAccount"),
        ImportChildOrders = bag.Text("ChildOrders") == "Import",
        FinancialStatus = Words(bag, "FinancialStatus"),
        FulfillmentStatus = Words(bag, "FulfillmentStatus"),
        CancelStatus = Words(bag, "CancelStatus"),
        Tags = bag.List("Tag"),
        TagsToCriterium = bag.Switch("TagsToCriterium"),
        PhysicalOnly = bag.Switch("PhysicalOnly"),
        OrderNumberAffixes = bag.Switch("OrderNumberAffixes"),
        NumberPrefix = bag.Text("NumberPrefix") ?? "",
        DeliveryDateFromTag = bag.Switch("DeliveryDateFromTag"),
        DeliveryDateTags = bag.List("DeliveryDateTag"),
        FallbackCustomer = bag.Text("FallbackCustomer"),
        Warehouse = bag.Text("Warehouse"),
        WarehouseMap = bag.Map("WarehouseMap"),
        StartFrom = startFrom,
        IncludeTest = bag.Switch("IncludeTest"),
        IncludePickup = bag.Switch("IncludePickup"),
        Zone = zone,
        Warehouses = warehouses,
    };

    private static HashSet<string> Words(SettingBag bag, string name) => [.. bag.List(name).Select(word => word.ToUpperInvariant())];
}
