namespace PulpoSync.Sandbox.Shopify;

/// <summary>The leaky bucket of points that an app has at a shop: 20 seconds of its restore rate.</summary>
internal sealed class CostBucket(ShopifyShop shop, TimeProvider time)
{
    private double? _available;
    private long _since = time.GetTimestamp();

    public int RestoreRate => shop.Options.Plan switch
    {
        ShopPlan.Advanced => 200,
        ShopPlan.Plus => 1000,
        ShopPlan.Enterprise => 2000,
        _ => 100,
    };

    public int Maximum => RestoreRate * 20;

    /// <summary>What is there now, restored up to this moment.</summary>
    public double Available
    {
        get
        {
            var now = time.GetTimestamp();
            _available = Math.Min(Maximum, (_available ?? Maximum) + (time.GetElapsedTime(_since, now).TotalSeconds * RestoreRate));
            _since = now;
            return _available.Value;
        }
    }

    /// <summary>Takes the points; false when there are too few and the shop throttles.</summary>
    public bool TryTake(int points)
    {
        if (shop.Options.Throttling && Available < points) return false;
        _available = Math.Max(0, Available - points);
        return true;
    }

    /// <summary>Gives points back that were not needed after all.</summary>
    public void GiveBack(int points) => _available = Math.Min(Maximum, Available + points);
}
