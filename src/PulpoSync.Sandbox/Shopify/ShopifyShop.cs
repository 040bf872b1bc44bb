using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

/// <summary>
/// One emulated Shopify shop: its world, and what people and other apps do to it. Safe for several threads.
/// What is given out (orders and their parts) is the world itself: read it when nothing is changing it.
/// </summary>
public sealed partial class ShopifyShop
{
    private readonly TimeProvider _time;
    private readonly List<Location> _locations = [];
    private readonly Dictionary<string, Customer> _customersByEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, Customer> _customers = [];
    private readonly Dictionary<long, Order> _orders = [];
    private readonly Dictionary<long, FulfillmentOrder> _fulfillmentOrders = [];
    private readonly Dictionary<long, Fulfillment> _fulfillments = [];
    private readonly OrderIndex _byUpdate = new("updated_at");
    private readonly OrderIndex _byCreation = new("created_at");
    private readonly OrderIndex _byProcessing = new("processed_at");
    private readonly OrderIndex _byId = new(null);
    private readonly Queue<(DateTimeOffset Due, Order Order, DateTimeOffset UpdatedAt)> _notIndexed = new();
    private DateTimeOffset? _pretendedNow;
    private long _lastId = 7_000_000_000_000;
    private int _lastNumber;

    internal ShopifyShop(ShopOptions options, TimeProvider time)
    {
        _time = time;
        Options = options;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        CreatedAt = Now.AddYears(-2);
        Bucket = new CostBucket(this, time);
        Tokens = new TokenStore(this, time);
        Idempotency = new Idempotency(time);
        _lastNumber = options.FirstOrderNumber - 1;
        foreach (var name in options.Locations) AddLocation(name);
    }

    /// <summary>How the shop behaves. May be replaced at any time, for instance to freeze it or to take scopes away; its name stays.</summary>
    public ShopOptions Options { get; set; }

    /// <summary>The locations in the order of their adding. Seeds give the last one no goods that a warehouse ships.</summary>
    public IReadOnlyList<Location> Locations => _locations;

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<Order> Orders
    {
        get { lock (Sync) return [.. _orders.Values]; }
    }

    /// <summary>How many orders there are.</summary>
    public int OrderCount
    {
        get { lock (Sync) return _orders.Count; }
    }

    internal Lock Sync { get; } = new();

    internal TimeZoneInfo Zone { get; }

    internal DateTimeOffset CreatedAt { get; }

    internal CostBucket Bucket { get; }

    internal TokenStore Tokens { get; }

    internal Idempotency Idempotency { get; }

    internal IEnumerable<FulfillmentOrder> FulfillmentOrders => _fulfillmentOrders.Values;

    /// <summary>The shop's clock: to the second, as Shopify's times are.</summary>
    internal DateTimeOffset Now
    {
        get
        {
            var now = _pretendedNow ?? _time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <summary>The order of that name (<c>#1001</c>), numeric id or global id, or null.</summary>
    public Order? FindOrder(string key)
    {
        lock (Sync)
        {
            var id = Gids.Parse(key)?.Id ?? (long.TryParse(key, out var number) ? number : 0);
            return _orders.GetValueOrDefault(id) ?? _orders.Values.FirstOrDefault(o => o.Name == key);
        }
    }

    /// <summary>Makes all tokens from the client credentials grant invalid: the next call with one is answered 401.</summary>
    public void RevokeTokens() => Tokens.Revoke();

    internal object? Find(string type, long id) => type switch
    {
        "Order" => _orders.GetValueOrDefault(id),
        "FulfillmentOrder" => _fulfillmentOrders.GetValueOrDefault(id),
        "Fulfillment" => _fulfillments.GetValueOrDefault(id),
        "Refund" => _refunds.GetValueOrDefault(id),
        "Return" => _returns.GetValueOrDefault(id),
        "Location" => _locations.Find(l => l.Id == id),
        "ProductVariant" => _variants.GetValueOrDefault(id),
        "InventoryItem" => _variants.GetValueOrDefault(ProductVariant.IdOfItem(id)) is { } variant ? new InventoryItemView(variant) : null,
        "Product" => _products.GetValueOrDefault(id),
        "Customer" => _customers.GetValueOrDefault(id),
        _ => null,
    };

    internal OrderIndex IndexOf(string sortKey)
    {
        while (_notIndexed.TryPeek(out var next) && next.Due <= _time.GetUtcNow())
        {
            _notIndexed.Dequeue();
            Index(next.Order, next.UpdatedAt);
        }
        return sortKey switch
        {
            "UPDATED_AT" => _byUpdate,
            "CREATED_AT" => _byCreation,
            "PROCESSED_AT" => _byProcessing,
            "ID" or "ORDER_NUMBER" => _byId,
            _ => throw new NotSupportedException($"The sandbox cannot sort orders by {sortKey}."),
        };
    }

    private long NextId() => ++_lastId;

    // Every change that Shopify shows in Order.updatedAt ends here.
    private void Touch(Order order)
    {
        order.UpdatedAt = Now;
        if (Options.SearchLag > TimeSpan.Zero) _notIndexed.Enqueue((Now + Options.SearchLag, order, order.UpdatedAt));
        else Index(order, order.UpdatedAt);
    }

    private void Index(Order order, DateTimeOffset updatedAt)
    {
        if (order.IndexedUpdatedAt is { } before)
        {
            _byUpdate.Remove(before.ToUnixTimeMilliseconds(), order);
        }
        else
        {
            _byCreation.Add(order.CreatedAt.ToUnixTimeMilliseconds(), order);
            _byProcessing.Add(order.CreatedAt.ToUnixTimeMilliseconds(), order);
            _byId.Add(order.Id, order);
        }
        order.IndexedUpdatedAt = updatedAt;
        _byUpdate.Add(updatedAt.ToUnixTimeMilliseconds(), order);
    }
}
