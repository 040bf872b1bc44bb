using System.Globalization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>What an account has. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class BillbeeWorld(BillbeeOptions options, TimeProvider time)
{
    private readonly Dictionary<string, SortedSet<long>> _productsBySku = new(StringComparer.Ordinal);
    private long _lastOrderId = 100_000_000;
    private long _lastProductId = 200_000_000;
    private long _lastItemId = 300_000_000;
    private long _lastShipmentId = 400_000_000;
    private long _lastTracking = 340_434_161_094_000_000;
    private int _draws;
    private long _lastPlaceId = 500;
    private long _lastShopId = 600;
    private long _lastProviderId = 700;
    private long _lastShippingProductId = 800;

    public BillbeeOptions Options { get; } = options;

    public BillbeeAnswers Answers { get; } = new(options);

    public Lock Gate { get; } = new();

    /// <summary>Counts the changes, so that an order of rows can hang on the state of the account.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the account's API is switched on.</summary>
    public bool ApiActivated { get; set; } = options.ApiActivated;

    public string ApiPassword { get; set; } = options.ApiPassword;

    /// <summary>By Billbee's id.</summary>
    public SortedDictionary<long, BillbeeOrder> Orders { get; } = [];

    /// <summary>By Billbee's id.</summary>
    public SortedDictionary<long, BillbeeProduct> Products { get; } = [];

    public List<BillbeeStockPlace> Places { get; } = [];

    public List<BillbeeShopAccount> Shops { get; } = [];

    public List<BillbeeShippingProvider> Providers { get; } = [];

    /// <summary>Orders for which no label is made, with the reason.</summary>
    public Dictionary<long, string> RefusedLabels { get; } = [];

    /// <summary>UTC in milliseconds.</summary>
    public DateTime Now => BillbeeTime.Whole(time.GetUtcNow().UtcDateTime);

    public long NextShipmentId() => ++_lastShipmentId;

    /// <summary>A number such as DHL gives.</summary>
    public string NextTrackingNumber() => string.Create(CultureInfo.InvariantCulture, $"{++_lastTracking:D20}");

    /// <summary>Another number each time, for an order of rows that does not hold.</summary>
    public int NextDraw() => ++_draws;

    /// <summary>Adds an order with the ids that it lacks. Times that it has are kept: it may be from the past.</summary>
    public BillbeeOrder Add(BillbeeOrder order)
    {
        var added = WithItemIds(order) with
        {
            BillBeeOrderId = ++_lastOrderId,
            CreatedAt = order.CreatedAt ?? Now,
            UpdatedAt = order.UpdatedAt ?? order.LastModifiedAt ?? Now,
            LastModifiedAt = order.LastModifiedAt ?? Now,
        };
        return Put(added);
    }

    /// <summary>Puts an order in the place of the one with its id, modified now: any change moves that time.</summary>
    public BillbeeOrder Save(BillbeeOrder order) => Put(WithItemIds(order) with { UpdatedAt = Now, LastModifiedAt = Now });

    /// <summary>Puts an order in the place of the one with its id, modified at a time of the past.</summary>
    public BillbeeOrder Keep(BillbeeOrder order, DateTime modified) => Put(order with { UpdatedAt = modified, LastModifiedAt = modified });

    /// <summary>Takes an order away without a trace.</summary>
    public bool Remove(long orderId)
    {
        Version++;
        if (Options.OrdersMoveStock) BillbeeReservations.Book(this, Orders.GetValueOrDefault(orderId), null);
        return Orders.Remove(orderId);
    }

    public BillbeeProduct Add(BillbeeProduct product) => Save(product with { Id = ++_lastProductId, CreatedAt = product.CreatedAt ?? Now });

    public BillbeeProduct Save(BillbeeProduct product)
    {
        Forget(product.Id!.Value);
        if (product.SKU is { Length: > 0 } sku)
        {
            if (!_productsBySku.TryGetValue(sku, out var ids)) _productsBySku.Add(sku, ids = []);
            ids.Add(product.Id.Value);
        }
        Products[product.Id.Value] = product;
        Version++;
        return product;
    }

    public bool RemoveProduct(long productId)
    {
        Forget(productId);
        Version++;
        return Products.Remove(productId);
    }

    /// <summary>The article of a SKU: the oldest, when several have it.</summary>
    public BillbeeProduct? ProductOfSku(string? sku) => sku is not null && _productsBySku.TryGetValue(sku, out var ids) && ids.Count > 0 ? Products[ids.Min] : null;

    /// <summary>Adds a stock location; the first one is the default.</summary>
    public BillbeeStockPlace AddPlace(string name, string? description)
    {
        Places.Add(new BillbeeStockPlace { Id = ++_lastPlaceId, Name = name, Description = description, IsDefault = Places.Count == 0 });
        return Places[^1];
    }

    public BillbeeShopAccount AddShop(string name, string platform)
    {
        Shops.Add(new BillbeeShopAccount(++_lastShopId, platform, name));
        return Shops[^1];
    }

    public BillbeeShippingProvider AddProvider(string name, int carrier, IEnumerable<string> products)
    {
        var all = products.Select(p => new BillbeeShippingProduct(++_lastShippingProductId, p, p) { Carrier = carrier }).ToList();
        Providers.Add(new BillbeeShippingProvider(++_lastProviderId, name, all));
        return Providers[^1];
    }

    private BillbeeOrder Put(BillbeeOrder order)
    {
        if (Options.OrdersMoveStock) BillbeeReservations.Book(this, Orders.GetValueOrDefault(order.BillBeeOrderId!.Value), order);
        Orders[order.BillBeeOrderId!.Value] = order;
        Version++;
        return order;
    }

    private BillbeeOrder WithItemIds(BillbeeOrder order) => order.OrderItems.All(i => i.BillbeeId is not null)
        ? order
        : order with { OrderItems = [.. order.OrderItems.Select(i => i with { BillbeeId = i.BillbeeId ?? ++_lastItemId })] };

    private void Forget(long productId)
    {
        if (Products.TryGetValue(productId, out var known) && known.SKU is { Length: > 0 } sku) _productsBySku[sku].Remove(productId);
    }
}
