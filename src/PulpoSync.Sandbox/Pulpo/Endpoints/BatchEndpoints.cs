namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Lots and serial numbers, to read.</summary>
internal static class BatchEndpoints
{
    private static readonly Resource<Batch> Batches = new("batches", w => w.Batches,
        Fields.Integer<Batch>("product_id", b => b.ProductId, (world, id) => world.BatchesByProduct.Find(id)),
        Fields.Text<Batch>("number", b => b.Number, (world, number) => world.BatchesByNumber.Find(number)),
        Fields.Text<Batch>("type", b => b.Type),
        Fields.Time<Batch>("expiration_date", b => b.ExpiresAt),
        Fields.Text<Batch>("client_id", b => b.ClientId));

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "inventory/products/batches", Batches.List),
        new("GET", "inventory/products/batches/{id}", Batches.Show),
        new("GET", "inventory/products/{id}/batches", OfProduct),
    ];

    private static PulpoAnswer OfProduct(PulpoCall call) =>
        call.World.Products.Find(call.Id()) is { Deleted: false } row
            ? Batches.List(call, call.World.BatchesByProduct.Find(PulpoWorld.IdKey(row.Id)))
            : call.MissingId();
}
