namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Shows returns to those who check them.</summary>
internal static class ReturnDump
{
    public static PulpoReturn Of(PulpoWorld world, IncomingGood row) => new(
        row.Id,
        row.SalesOrderId is { } order ? world.SalesOrders.Find(order)?.OrderNum : null,
        row.WarehouseId is { } warehouse ? world.Warehouses.Find(warehouse)?.Name : null,
        row.Notes,
        [.. row.Items.Select(i => Of(world, i))],
        row.InsertedAt);

    private static PulpoReturnLine Of(PulpoWorld world, IncomingGoodItem item) => new(
        world.Products.Find(item.ProductId)?.Sku,
        item.Quantity,
        item.State == "accepted",
        (PulpoPlace)world.Locations.Find(item.DestinationLocationId!.Value)!.LocationTypeId,
        item.LineOrderId,
        [.. item.ReasonCodes.Select(r => r.Code)],
        item.Notes);
}
