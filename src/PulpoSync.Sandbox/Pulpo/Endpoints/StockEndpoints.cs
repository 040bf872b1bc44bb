namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Stock by position, its history, and the documents that change it.</summary>
internal static class StockEndpoints
{
    private static readonly Resource<StockRecord> Records = new("stock_records", w => w.StockRecords,
        Fields.Integer<StockRecord>("product_id", r => r.ProductId, (world, id) => world.RecordsByProduct.Find(id)),
        Fields.Text<StockRecord>("product_sku", r => r.ProductSku),
        Fields.Integer<StockRecord>("location_id", r => r.LocationId),
        Fields.Text<StockRecord>("location_code", r => r.LocationCode),
        Fields.Integer<StockRecord>("warehouse_id", r => r.WarehouseId),
        Fields.Integer<StockRecord>("user_id", r => r.UserId),
        Fields.Text<StockRecord>("type", r => r.Type),
        Fields.Time<StockRecord>("operated_at", r => r.OperatedAt));

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "inventory/stocks", call => Stocks(call).List(call)),
        new("GET", "inventory/stocks/historical", Records.List),
        new("GET", "inventory/stocks/corrections", call => StockTasks.Corrections(call.World).List(call)),
        new("POST", "inventory/stocks/correct", Correct),
        new("GET", "replenishment/orders", call => StockTasks.Movements(call.World).List(call)),
        new("GET", "replenishment/orders/{id}", call => StockTasks.Movements(call.World).Show(call)),
        new("GET", "counting/tasks", call => StockTasks.Counts(call.World).List(call)),
    ];

    private static Resource<Stock> Stocks(PulpoCall call) => new("stocks", w => w.Stocks,
        Fields.Integer<Stock>("product_id", s => s.ProductId, (world, id) => world.StocksByProduct.Find(id)),
        Fields.Integer<Stock>("location_id", s => s.LocationId),
        Fields.Integer<Stock>("batch_id", s => s.BatchId),
        Fields.Text<Stock>("batch_number", s => s.BatchId is { } id ? call.World.Batches.Find(id)?.Number : null),
        Fields.Integer<Stock>("zone_id", s => call.World.Locations.Find(s.LocationId)?.ZoneId),
        Fields.Integer<Stock>("location_type_id", s => (long)s.Place),
        Fields.Integer<Stock>("stock_state_id", s => s.StockStateId),
        Fields.Texts<Stock>("product_barcode", s => call.World.Products.Find(s.ProductId)?.Barcodes ?? []))
    {
        // A position without goods is no stock.
        Hidden = (c, s) => s.Quantity == 0 || (s.IsPacked && c.Query.Texts("exclude_packed_quantities") is ["true"]),
    };

    private static PulpoAnswer Correct(PulpoCall call)
    {
        var change = Corrections.Create(call, call.Body);
        return change.Row is { } row
            ? StockTasks.Corrections(call.World).Show(call, row, StatusCodes.Status201Created)
            : call.Refused(change.Errors);
    }
}
