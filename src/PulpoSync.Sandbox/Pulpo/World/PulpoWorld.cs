namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Everything a tenant has. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class PulpoWorld
{
    private readonly TimeProvider _time;
    private long _lastItemId;

    public PulpoWorld(TenantOptions options, TimeProvider time)
    {
        Options = options;
        _time = time;
        Warehouses = new(41, () => Now);
        Locations = new(2_001, () => Now);
        Merchants = new(11, () => Now);
        Channels = new(21, () => Now);
        ShippingMethods = new(301, () => Now);
        Settings = new(1, () => Now);
        Countries = new(1, () => Now);
        ThirdParties = new(500_001, () => Now);
        ProductCategories = new(701, () => Now);
        ProductSkus = new(1_200_001, () => Now);
        Products = new(900_001, () => Now);
        SalesOrders = new(8_000_001, () => Now);
        FulfillmentOrders = new(9_000_001, () => Now);
        PackingOrders = new(7_000_001, () => Now);
        PackingBoxes = new(6_000_001, () => Now);
        ShipmentTrackings = new(5_000_001, () => Now);
        BoxAttachments = new(5_500_001, () => Now);
        ReplenishmentOrders = new(4_000_001, () => Now);
        ShippingOrders = new(3_000_001, () => Now);
        Batches = new(2_500_001, () => Now);
        LocationTypes = new(1, () => Now);
        Stocks = new(1_500_001, () => Now);
        StockRecords = new(20_000_001, () => Now);
        StockCorrections = new(31_001, () => Now);
        CountingTasks = new(32_001, () => Now);
        IncomingGoods = new(33_001, () => Now);
        ReasonCodes = new(801, () => Now);

        LocationsByPlace = Locations.IndexBy(l => Key(PlaceKey(l.WarehouseId, (PulpoPlace)l.LocationTypeId)));
        ThirdPartiesByNumber = ThirdParties.IndexBy(p => Key(p.IdentifierNumber));
        ProductsBySku = Products.IndexBy(p => Key(p.Sku));
        ProductsByBarcode = Products.IndexBy(p => p.Barcodes);
        CategoriesByCode = ProductCategories.IndexBy(c => Key(c.Code));
        OrdersByNumber = SalesOrders.IndexBy(o => Key(o.OrderNum));
        FulfillmentsByOrder = FulfillmentOrders.IndexBy(f => Key(f.SalesOrderId));
        PackingsByOrder = PackingOrders.IndexBy(p => Key(p.SalesOrderId));
        BoxesByPacking = PackingBoxes.IndexBy(b => Key(b.PackingOrderId));
        TrackingsByBox = ShipmentTrackings.IndexBy(t => t.Deleted ? [] : Key(t.PackingBoxId));
        AttachmentsByBox = BoxAttachments.IndexBy(a => Key(a.PackingBoxId));
        SkusByProduct = ProductSkus.IndexBy(s => Key(s.ProductId));
        TrackingsByCode = ShipmentTrackings.IndexBy(t => t.Deleted ? [] : Key(t.TrackingCode));
        ShippingsByOrder = ShippingOrders.IndexBy(s => Key(s.SalesOrderId));
        BatchesByNumber = Batches.IndexBy(b => Key(b.Number));
        StocksByKey = Stocks.IndexBy(s => Key(StockRowKey(s.ProductId, s.LocationId, s.BatchId, s.IsPacked)));
        StocksByProduct = Stocks.IndexBy(s => Key(s.ProductId));
        RecordsByProduct = StockRecords.IndexBy(r => Key(r.ProductId));
        MovementsByOrder = ReplenishmentOrders.IndexBy(r => r.SalesOrderId is { } id ? Key(id) : []);
        ReceiptsByOrder = IncomingGoods.IndexBy(r => r.SalesOrderId is { } id ? Key(id) : []);
        ReasonsByCode = ReasonCodes.IndexBy(r => Key(r.Code));
        QueuedQuantities = SalesOrders.SumBy(o => o.State == OrderState.Queue ? o.Quantities : []);
        PickingQuantities = SalesOrders.SumBy(o => o.State == OrderState.Picking ? o.Quantities : []);
        Replenished = ReplenishmentOrders.SumBy(r => TaskState.IsOpen(r.State) ? r.Items.Where(IsFromStorage).Select(i => KeyOf(r, i)) : []);
        BatchesByProduct = Batches.IndexBy(b => Key(b.ProductId));

        // "Storage Location Type" and "Return Location Type" are known from clients; the other names follow them.
        foreach (var place in Enum.GetValues<PulpoPlace>()) LocationTypes.Add(new LocationType { Name = $"{place} Location Type" });
        foreach (var country in Pulpo.Countries.All) Countries.Add(country);
        // Which keys PULPO has is not documented; a row is there because its guide sends people here for the tenant's id.
        Settings.Add(new Setting { Key = "three_pl", Value = "false", TenantId = options.TenantId });
        Users.Add(new PulpoUser(1, options.Username ?? $"{options.Name}_api", options.Password, null));
        Access = new AccessControl(this);
    }

    public TenantOptions Options { get; }

    public Lock Gate { get; } = new();

    /// <summary>UTC in whole seconds, as PULPO's timestamps are.</summary>
    public DateTime Now
    {
        get
        {
            var now = _time.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <summary>The clock with its full precision, for lifetimes.</summary>
    public DateTimeOffset Clock => _time.GetUtcNow();

    public AccessControl Access { get; }

    public List<PulpoUser> Users { get; } = [];

    /// <summary>Without a free packing location an order in picking cannot be cancelled.</summary>
    public bool PackingLocationsFree { get; set; } = true;

    public Table<Warehouse> Warehouses { get; }
    public Table<Location> Locations { get; }
    public Table<LocationType> LocationTypes { get; }
    public Table<Merchant> Merchants { get; }
    public Table<Channel> Channels { get; }
    public Table<ShippingMethod> ShippingMethods { get; }
    public Table<Setting> Settings { get; }
    public Table<Country> Countries { get; }
    public Table<ThirdParty> ThirdParties { get; }
    public Table<ProductCategory> ProductCategories { get; }
    public Table<ProductSku> ProductSkus { get; }
    public Table<Product> Products { get; }
    public Table<SalesOrder> SalesOrders { get; }
    public Table<FulfillmentOrder> FulfillmentOrders { get; }
    public Table<PackingOrder> PackingOrders { get; }
    public Table<PackingBox> PackingBoxes { get; }
    public Table<ShipmentTracking> ShipmentTrackings { get; }
    public Table<BoxAttachment> BoxAttachments { get; }
    public Table<ReplenishmentOrder> ReplenishmentOrders { get; }
    public Table<ShippingOrder> ShippingOrders { get; }
    public Table<Batch> Batches { get; }
    public Table<Stock> Stocks { get; }
    public Table<StockRecord> StockRecords { get; }
    public Table<StockCorrection> StockCorrections { get; }
    public Table<CountingTask> CountingTasks { get; }
    public Table<IncomingGood> IncomingGoods { get; }
    public Table<ReasonCode> ReasonCodes { get; }

    public TableIndex<Location> LocationsByPlace { get; }
    public TableIndex<ThirdParty> ThirdPartiesByNumber { get; }
    public TableIndex<Product> ProductsBySku { get; }
    public TableIndex<Product> ProductsByBarcode { get; }
    public TableIndex<ProductCategory> CategoriesByCode { get; }
    public TableIndex<SalesOrder> OrdersByNumber { get; }
    public TableIndex<FulfillmentOrder> FulfillmentsByOrder { get; }
    public TableIndex<PackingOrder> PackingsByOrder { get; }
    public TableIndex<PackingBox> BoxesByPacking { get; }
    public TableIndex<ShipmentTracking> TrackingsByBox { get; }
    public TableIndex<BoxAttachment> AttachmentsByBox { get; }
    public TableIndex<ProductSku> SkusByProduct { get; }
    public TableIndex<ShipmentTracking> TrackingsByCode { get; }
    public TableIndex<ShippingOrder> ShippingsByOrder { get; }
    public TableIndex<Batch> BatchesByNumber { get; }
    public TableIndex<Batch> BatchesByProduct { get; }
    public TableIndex<Stock> StocksByKey { get; }
    public TableIndex<Stock> StocksByProduct { get; }
    public TableIndex<StockRecord> RecordsByProduct { get; }
    public TableIndex<ReplenishmentOrder> MovementsByOrder { get; }
    public TableIndex<IncomingGood> ReceiptsByOrder { get; }
    public TableIndex<ReasonCode> ReasonsByCode { get; }

    /// <summary>What orders in queue want.</summary>
    public TableSum<SalesOrder, StockKey> QueuedQuantities { get; }

    /// <summary>What orders in picking want.</summary>
    public TableSum<SalesOrder, StockKey> PickingQuantities { get; }

    /// <summary>What open movement tasks are going to take from storage.</summary>
    public TableSum<ReplenishmentOrder, StockKey> Replenished { get; }

    public Merchant? DefaultMerchant => Merchants.Rows.FirstOrDefault(m => m.IsDefault);

    /// <summary>Ids of the parts of documents: items of orders, packings and boxes.</summary>
    public long NextItemId() => ++_lastItemId;

    /// <summary>The position of a kind in a warehouse.</summary>
    public Location Place(long? warehouseId, PulpoPlace place) => LocationsByPlace.Find(PlaceKey(warehouseId, place)).First();

    /// <summary>The key of an id in an index.</summary>
    public static string IdKey(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The key of a row of stock.</summary>
    public static string StockRowKey(long productId, long locationId, long? batchId, bool packed) => $"{productId}/{locationId}/{batchId}/{packed}";

    private bool IsFromStorage(ReplenishmentItem item) => Locations.Find(item.OriginLocationId)!.LocationTypeId == (long)PulpoPlace.Storage;

    private static (StockKey, long) KeyOf(ReplenishmentOrder task, ReplenishmentItem item) =>
        (new StockKey(item.ProductId, task.WarehouseId!.Value), item.RequestedQuantity);

    private static string PlaceKey(long? warehouseId, PulpoPlace place) => $"{warehouseId}/{(int)place}";

    private static IEnumerable<string> Key(string? text) => text is null ? [] : [text];

    private static IEnumerable<string> Key(long id) => [IdKey(id)];
}
