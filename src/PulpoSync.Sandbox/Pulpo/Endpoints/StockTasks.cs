namespace PulpoSync.Sandbox.Pulpo;

/// <summary>How the documents that change stock are listed. Their items show the product, as PULPO's messages about them do.</summary>
internal static class StockTasks
{
    public static Resource<StockCorrection> Corrections(PulpoWorld world) => new("stock_corrections", w => w.StockCorrections,
        Fields.Texts<StockCorrection>("product_sku", c => c.Items.Select(i => world.Products.Find(i.ProductId)!.Sku!)),
        Fields.Texts<StockCorrection>("product_name", c => c.Items.Select(i => world.Products.Find(i.ProductId)!.Name!)),
        Fields.Texts<StockCorrection>("location_code", c => c.Items.Select(i => world.Locations.Find(i.LocationId)!.Code)))
    {
        Embed = (w, row) => row with { Items = [.. row.Items.Select(i => i with { Product = w.Products.Find(i.ProductId) })] },
    };

    public static Resource<ReplenishmentOrder> Movements(PulpoWorld world) => new("replenishment_orders", w => w.ReplenishmentOrders,
        Fields.Text<ReplenishmentOrder>("state", r => r.State),
        Fields.Text<ReplenishmentOrder>("type", r => r.Type),
        Fields.Integer<ReplenishmentOrder>("owner_id", r => r.OwnerId),
        Fields.Time<ReplenishmentOrder>("start_date", r => r.StartDate),
        Fields.Time<ReplenishmentOrder>("end_date", r => r.EndDate),
        Fields.Ids<ReplenishmentOrder>("origin_location_id", r => r.Items.Select(i => (long?)i.OriginLocationId)),
        Fields.Ids<ReplenishmentOrder>("destination_location_id", r => r.Items.Select(i => (long?)i.DestinationLocationId)),
        Fields.Texts<ReplenishmentOrder>("origin_location_code", r => r.Items.Select(i => world.Locations.Find(i.OriginLocationId)!.Code)),
        Fields.Texts<ReplenishmentOrder>("destination_location_code", r => r.Items.Select(i => world.Locations.Find(i.DestinationLocationId)!.Code)))
    {
        Embed = (w, row) => row with { Items = [.. row.Items.Select(i => i with { Product = w.Products.Find(i.ProductId) })] },
    };

    public static Resource<CountingTask> Counts(PulpoWorld world) => new("counting_tasks", w => w.CountingTasks,
        Fields.Text<CountingTask>("type", t => t.Type),
        Fields.Text<CountingTask>("state", t => t.State),
        Fields.Text<CountingTask>("description", t => t.Description),
        Fields.Text<CountingTask>("group", t => t.Group),
        Fields.Integer<CountingTask>("product_id", t => t.ProductId),
        Fields.Integer<CountingTask>("location_id", t => t.LocationId),
        Fields.Integer<CountingTask>("owner_id", t => t.OwnerId),
        Fields.Integer<CountingTask>("counter_id", t => t.CounterId),
        Fields.Text<CountingTask>("sequence_number", t => t.SequenceNumber),
        Fields.Ids<CountingTask>("item_product_id", t => t.Items.Select(i => (long?)i.ProductId)),
        Fields.Texts<CountingTask>("item_product_sku", t => t.Items.Select(i => world.Products.Find(i.ProductId)!.Sku!)),
        Fields.Texts<CountingTask>("item_product_name", t => t.Items.Select(i => world.Products.Find(i.ProductId)!.Name!)))
    {
        Embed = (w, row) => row with { Items = [.. row.Items.Select(i => i with { Product = w.Products.Find(i.ProductId) })] },
    };
}
