using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>What an answer says of its cost and of the bucket.</summary>
internal sealed record ShopifyCost(double Requested, double Maximum, double Available, double RestoreRate)
{
    /// <summary>The share of the bucket that is left to whatever else uses the same app.</summary>
    private const double ReserveShare = 0.1;

    /// <summary>The bucket of the smallest plan, until an answer has said more.</summary>
    public static BucketShape FirstShape { get; } = new(2000, 100, 2000 * ReserveShare);

    /// <summary>The bucket as this answer describes it.</summary>
    public BucketShape Shape => new(Maximum, RestoreRate, Maximum * ReserveShare);

    /// <summary>How long to wait until a query that was throttled fits.</summary>
    public TimeSpan Wait => TimeSpan.FromSeconds(Math.Max(0, (Requested - Available) / RestoreRate));

    public static ShopifyCost? Read(JsonElement answer)
    {
        if (answer.Get("extensions", "cost") is not { } cost || cost.Get("throttleStatus") is not { } bucket) return null;
        var (maximum, rate) = (bucket.Amount("maximumAvailable"), bucket.Amount("restoreRate"));
        if (maximum is not > 0 || rate is not > 0) return null;
        return new ShopifyCost(
            (double)(cost.Amount("requestedQueryCost") ?? 0), (double)maximum, (double)(bucket.Amount("currentlyAvailable") ?? 0), (double)rate);
    }
}
