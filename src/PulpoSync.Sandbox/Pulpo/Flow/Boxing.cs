namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Puts goods into boxes.</summary>
internal static class Boxing
{
    public static void Add(PulpoWorld world, SalesOrder order, PackingOrder packing, int number, PlannedBox planned)
    {
        var box = world.PackingBoxes.Add(new PackingBox
        {
            PackingOrderId = packing.Id,
            BoxNumber = number,
            Name = planned.Box.Name,
            Weight = planned.Box.Weight,
            Length = planned.Box.Length,
            Width = planned.Box.Width,
            Height = planned.Box.Height,
        });
        world.PackingBoxes.Update(box with { Items = [.. planned.Lines.Select(line => ItemOf(world, order, box, line))] });
        if (planned.Box.Label is { } label && !Labelling.IsElsewhere(world, order)) Labelling.Add(world, box.Id, label);
    }

    private static PackingBoxItem ItemOf(PulpoWorld world, SalesOrder order, PackingBox box, PlannedLine line)
    {
        var id = world.NextItemId();
        return new PackingBoxItem
        {
            Id = id,
            PackingBoxId = box.Id,
            ProductId = line.Item.ProductId,
            Quantity = line.Quantity,
            LineOrderId = order.Items.First(i => i.Id == line.Item.SalesItemId).LineOrderId,
            Batches = [.. line.Batches.Select(share => BatchOf(world, id, share))],
            InsertedAt = world.Now,
            UpdatedAt = world.Now,
        };
    }

    private static PackingBoxItemBatch BatchOf(PulpoWorld world, long itemId, BatchShare share) => new()
    {
        Id = world.NextItemId(),
        PackingBoxItemId = itemId,
        BatchId = share.Batch.Id,
        Quantity = share.Quantity,
        InsertedAt = world.Now,
        UpdatedAt = world.Now,
    };
}
