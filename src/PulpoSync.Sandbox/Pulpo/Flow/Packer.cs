namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Packs what was picked: the whole of a packing order, or parts of it one after the other.</summary>
internal static class Packer
{
    /// <summary>A worker takes the first packing order of those in queue.</summary>
    public static Change<PackingOrder> Take(PulpoWorld world, SalesOrder order) =>
        Packings.FindOpen(world, order).FirstOrDefault(p => p.State == TaskState.Queue) is { } packing
            ? world.PackingOrders.Update(packing with { State = TaskState.Taken, OwnerId = world.Users[0].Id, StartDate = world.Now })
            : Refused(order);

    /// <summary>Packs from the first packing order that is open.</summary>
    public static Change<PackingOrder> Pack(PulpoWorld world, SalesOrder order, PackOptions pack)
    {
        if (Packings.FindOpen(world, order) is not [var packing, ..]) return Refused(order);
        var plan = PackPlan.Of(world, order, packing, pack);
        return plan.Row is { } row ? Pack(world, order, packing, row, pack) : Change<PackingOrder>.Refuse(plan.Errors);
    }

    /// <summary>Packs all that is open.</summary>
    public static Change<SalesOrder> PackAll(PulpoWorld world, SalesOrder order, PackOptions pack)
    {
        foreach (var packing in Packings.FindOpen(world, order))
        {
            var plan = PackPlan.Of(world, order, packing, pack);
            if (plan.Row is not { } row) return Change<SalesOrder>.Refuse(plan.Errors);
            if (row.LeavesGoods && pack.Rest == PackRest.Open) return new FieldError("lines", "leave goods unpacked");
            Pack(world, order, packing, row, pack with { Close = true });
            order = world.SalesOrders.Find(order.Id)!;
        }
        return Close(world, order);
    }

    /// <summary>Brings all packed boxes to the shipping position.</summary>
    public static SalesOrder Close(PulpoWorld world, SalesOrder order)
    {
        foreach (var packing in Packings.Find(world, order).Where(p => p.State == TaskState.Ended).ToList()) Despatch.Close(world, packing);
        return Despatch.Settle(world, order);
    }

    private static PackingOrder Pack(PulpoWorld world, SalesOrder order, PackingOrder packing, PackPlan plan, PackOptions pack)
    {
        for (var i = 0; i < plan.Boxes.Count; i++) Boxing.Add(world, order, packing, i + 1, plan.Boxes[i]);
        if (pack.Rest == PackRest.Open && plan.LeavesGoods)
            Packings.Add(world, order, packing.FulfillmentOrderId, rest => Rest(world, packing, plan, rest));

        var packed = plan.Boxes.SelectMany(b => b.Lines).ToLookup(l => l.Item.Id);
        packing = world.PackingOrders.Update(packing with
        {
            State = TaskState.Ended,
            OwnerId = packing.OwnerId ?? world.Users[0].Id,
            StartDate = packing.StartDate ?? packing.InsertedAt,
            EndDate = world.Now,
            Items = [.. packing.Items.Where(i => pack.Rest == PackRest.Missing || packed.Contains(i.Id)).Select(i => Packed(world, i, packed[i.Id], pack.Rest))],
        });
        OrderGoods.Pack(world, packing);
        Fulfill(world, order, packing);
        if (pack.Close) packing = Despatch.Close(world, packing);
        Despatch.Settle(world, world.SalesOrders.Find(order.Id)!);
        return packing;
    }

    // Where goods stay open, the packing order is split: each part requests what it holds (inferred).
    private static IEnumerable<PackingItem> Rest(PulpoWorld world, PackingOrder packing, PackPlan plan, PackingOrder rest) =>
        from item in packing.Items
        let left = plan.LeftOf(item)
        where left > 0
        select Packings.WithBatches(
            world, item with { Id = world.NextItemId(), PackingOrderId = rest.Id, RequestedQuantity = left }, plan.BatchesLeftOf(item));

    private static PackingItem Packed(PulpoWorld world, PackingItem item, IEnumerable<PlannedLine> lines, PackRest rest)
    {
        var quantity = lines.Sum(l => l.Quantity);
        var requested = rest == PackRest.Open ? quantity : item.RequestedQuantity;
        return Packings.WithBatches(world, item with { RequestedQuantity = requested, PackedQuantity = quantity }, lines.SelectMany(l => l.Batches));
    }

    private static void Fulfill(PulpoWorld world, SalesOrder order, PackingOrder packing)
    {
        var packed = packing.Items.ToDictionary(i => i.SalesItemId, i => i.PackedQuantity);
        var items = order.Items.Select(i =>
            packed.GetValueOrDefault(i.Id) is > 0 and var quantity ? i with { FulfilledQuantity = i.FulfilledQuantity + quantity, UpdatedAt = world.Now } : i);
        SalesOrderWriter.Store(world, order with { Items = [.. items] });
    }

    private static FieldError Refused(SalesOrder order) => new("state", $"can't be packed in state {order.State}");
}
