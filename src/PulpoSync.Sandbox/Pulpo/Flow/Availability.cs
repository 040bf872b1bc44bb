namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What PULPO says can be sold: goods in storage without those that orders or movement tasks wait for.</summary>
internal static class Availability
{
    public static long Of(PulpoWorld world, StockKey key)
    {
        var available = StockBook.At(world, key, PulpoPlace.Storage) - Reserved(world, key) - world.Replenished.Of(key);
        return world.Options.AvailabilityBelowZero ? available : Math.Max(0, available);
    }

    /// <summary>What orders in queue and in picking have reserved. Paused ones reserve nothing, as PULPO names only these two.</summary>
    public static long Reserved(PulpoWorld world, StockKey key) => world.QueuedQuantities.Of(key) + world.PickingQuantities.Of(key);
}
