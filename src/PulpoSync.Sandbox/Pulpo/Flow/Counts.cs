namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Counts of stock.</summary>
internal static class Counts
{
    /// <summary>Books what was counted and audited.</summary>
    public static Change<CountingTask> Close(PulpoWorld world, StockKey key, long counted, PulpoPlace place)
    {
        if (counted < 0) return new FieldError("quantity", "would be less than nothing");
        var (location, before, user) = (world.Place(key.WarehouseId, place), StockBook.At(world, key, place), world.Users[0].Id);
        var task = world.CountingTasks.Add(new CountingTask
        {
            WarehouseId = key.WarehouseId,
            ProductId = key.ProductId,
            LocationId = location.Id,
            OwnerId = user,
            CounterId = user,
            AuditorId = user,
            AuditedAt = world.Now,
        });
        task = world.CountingTasks.Update(task with
        {
            SequenceNumber = $"CT-{task.Id}",
            Items =
            [
                new CountingItem
                {
                    Id = world.NextItemId(), CountingTaskId = task.Id, ProductId = key.ProductId, LocationId = location.Id, Quantity = counted,
                    CurrentStockQuantity = before, CounterId = user, InsertedAt = world.Now, UpdatedAt = world.Now,
                },
            ],
        });
        StockBook.Adjust(world, key.ProductId, location, counted - before, new StockCause("counting", task.SequenceNumber, task.Id));
        return task;
    }
}
