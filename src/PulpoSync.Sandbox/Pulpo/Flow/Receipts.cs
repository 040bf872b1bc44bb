namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Books goods that come in.</summary>
internal static class Receipts
{
    /// <summary>Adds the document and puts its goods where they belong.</summary>
    public static IncomingGood Add(PulpoWorld world, IncomingGood document, IReadOnlyList<IncomingGoodItem> items)
    {
        var row = world.IncomingGoods.Add(document with { OwnerId = world.Users[0].Id, StartDate = document.StartDate ?? world.Now, EndDate = document.EndDate ?? world.Now });
        row = world.IncomingGoods.Update(row with
        {
            SequenceNumber = $"IG-{row.Id}",
            Items = [.. items.Select(i => i with { Id = world.NextItemId(), IncomingGoodId = row.Id, InsertedAt = world.Now, UpdatedAt = world.Now })],
        });
        var cause = new StockCause("incoming_good", row.SequenceNumber, row.Id);
        foreach (var item in row.Items)
            StockBook.Book(world, item.ProductId, world.Locations.Find(item.DestinationLocationId!.Value)!, new StockPart(item.BatchId, item.Quantity), cause);
        return row;
    }

    /// <summary>Goods come in without a document.</summary>
    public static Change<IncomingGood> Receive(PulpoWorld world, StockKey key, long quantity, PulpoPlace place, PackBatch? batch)
    {
        var product = world.Products.Find(key.ProductId)!;
        if (quantity <= 0) return new FieldError("quantity", "must be greater than 0");
        if (batch is not null && Batching.Check(product, new PackLine(product.Sku!, batch.Quantity) { Batches = [batch] }) is { } error) return error;
        var item = new IncomingGoodItem
        {
            ProductId = key.ProductId,
            Quantity = quantity,
            BatchId = batch is null ? null : Batching.Named(world, product, batch.Number, batch.Expires).Id,
            DestinationLocationId = world.Place(key.WarehouseId, place).Id,
        };
        return Add(world, new IncomingGood { WarehouseId = key.WarehouseId, MerchantId = product.MerchantId }, [item]);
    }
}
