namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Shows packing orders to those who check them.</summary>
internal static class PackingDump
{
    public static PulpoPacking Of(PulpoWorld world, PackingOrder packing)
    {
        var lines = world.SalesOrders.Find(packing.SalesOrderId)!.Items.ToDictionary(i => i.Id, i => i.LineOrderId);
        return new PulpoPacking(
            packing.Id,
            packing.SalesOrderRef,
            packing.State,
            packing.WarehouseId is { } warehouse ? world.Warehouses.Find(warehouse)?.Name : null,
            [.. packing.Items.Select(i => Of(world, i, lines.GetValueOrDefault(i.SalesItemId)))],
            [.. world.BoxesByPacking.Find(PulpoWorld.IdKey(packing.Id)).Select(b => Of(world, b))],
            Despatch.IsShipped(world, packing),
            packing.InsertedAt,
            packing.UpdatedAt);
    }

    private static PulpoPackingLine Of(PulpoWorld world, PackingItem item, string? line) => new(
        SkuOf(world, item.ProductId),
        item.RequestedQuantity,
        item.PackedQuantity,
        line,
        [.. item.Batches.Select(b => Of(world, b.BatchId, b.Quantity))]);

    private static PulpoBox Of(PulpoWorld world, PackingBox box) => new(
        box.Id,
        box.BoxNumber,
        [.. box.Items.Select(i => Of(world, i))],
        [.. world.TrackingsByBox.Find(PulpoWorld.IdKey(box.Id)).Select(Of)],
        [.. world.AttachmentsByBox.Find(PulpoWorld.IdKey(box.Id)).Select(a => new PulpoAttachment(a.Id, a.Filename, a.FileType, a.Type, a.Path))]);

    private static PulpoBoxLine Of(PulpoWorld world, PackingBoxItem item) =>
        new(SkuOf(world, item.ProductId), item.Quantity, item.LineOrderId, [.. item.Batches.Select(b => Of(world, b.BatchId, b.Quantity))]);

    private static PulpoTracking Of(ShipmentTracking tracking) =>
        new(tracking.Id, tracking.CarrierCode, tracking.TrackingCode, tracking.TrackingUrl, tracking.ErrorMessage);

    private static PackBatch Of(PulpoWorld world, long batchId, long quantity)
    {
        var batch = world.Batches.Find(batchId)!;
        return new PackBatch(batch.Number, quantity, batch.ExpirationDate);
    }

    private static string? SkuOf(PulpoWorld world, long? productId) => productId is { } id ? world.Products.Find(id)?.Sku : null;
}
