namespace PulpoSync.Sandbox.Pulpo;

/// <summary>How boxes are listed and shown; some of their filters are about their packing order or their trackings.</summary>
internal static class BoxResource
{
    public static Resource<PackingBox> Of(PulpoWorld world) => new("packing_boxes", w => w.PackingBoxes,
        Fields.Integer<PackingBox>("box_number", b => b.BoxNumber),
        Fields.Text<PackingBox>("name", b => b.Name),
        Fields.Ids<PackingBox>("product_id", b => b.Items.Select(i => i.ProductId)),
        Fields.Integer<PackingBox>("warehouse_id", b => PackingOf(world, b).WarehouseId),
        Fields.Integer<PackingBox>("merchant_id", b => PackingOf(world, b).MerchantId),
        Fields.Integer<PackingBox>("merchant_channel_id", b => PackingOf(world, b).MerchantChannelId),
        Fields.Text<PackingBox>("shipping_location_code", b => PackingOf(world, b).DestinationLocationId is { } id ? world.Locations.Find(id)?.Code : null),
        Fields.Texts<PackingBox>("tracking_code", b => TrackingsOf(world, b).Select(t => t.TrackingCode).OfType<string>(), FindByCode),
        Fields.Texts<PackingBox>("shipment_tracking_status", b => TrackingsOf(world, b).Select(t => t.Status).OfType<string>()),
        Fields.Flag<PackingBox>("shipment_tracking_requires_attention", b => TrackingsOf(world, b).Any(t => t.RequiresAttention)),
        Fields.Flag<PackingBox>("has_shipment_tracking_error_message", b => TrackingsOf(world, b).Any(t => t.ErrorMessage is not null)))
    {
        DefaultLimit = 10,
        Embed = Embed,
    };

    private static PackingOrder PackingOf(PulpoWorld world, PackingBox box) => world.PackingOrders.Find(box.PackingOrderId)!;

    private static IEnumerable<ShipmentTracking> TrackingsOf(PulpoWorld world, PackingBox box) => world.TrackingsByBox.Find(PulpoWorld.IdKey(box.Id));

    private static IEnumerable<PackingBox> FindByCode(PulpoWorld world, string code) =>
        world.TrackingsByCode.Find(code).Select(t => world.PackingBoxes.Find(t.PackingBoxId)!);

    private static PackingBox Embed(PulpoWorld world, PackingBox box) => !world.Options.EmbedBatches ? box : box with
    {
        Items =
        [
            .. box.Items.Select(item => item with
            {
                Batches = [.. item.Batches.Select(b => b with { Batch = world.Batches.Find(b.BatchId) })],
            }),
        ],
    };
}
