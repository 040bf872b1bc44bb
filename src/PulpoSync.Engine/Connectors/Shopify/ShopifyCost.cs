using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>What an answer says of its cost and of the bucket.</summary>
internal sealed record ShopifyCost(double Requested, double Maximum, double Available, double RestoreRate)
{
    /// <summary>The share of the bucket that is left to whatever else uses the same app.</summary>
    private const double ReserveShare = 0.1;

    // The greatest plan's bucket holds 40,000 points and fills within 20 seconds. What is far beyond that is believed to be a mistake, rather than waited for.
    private const decimal MostPoints = 10_000_000;
    private const decimal LongestFilling = 600;

    /// <summary>The bucket of the smallest plan, until an answer has said more.</summary>
    public static BucketShape FirstShape { get; } = new(2000, 100, 2000 * ReserveShare);

    /// <summary>The bucket as this answer describes it.</summary>
    public BucketShape Shape => new(Maximum, RestoreRate, Maximum * ReserveShare);

    /// <summary>How long to wait until a query that was throttled fits.</summary>
    public TimeSpan Wait => TimeSpan.FromSeconds(Math.Max(0, (Requested - Available) / RestoreRate));

    /// <summary>Reads the cost; null where it is not told, or no bucket of Shopify's could be meant.</summary>
    public static ShopifyCost? Read(JsonElement answer)
    {
        if (answer.Get("extensions", "cost") is not { } cost || cost.Get("throttleStatus") is not { } bucket) return null;
        if (bucket.Amount("maximumAvailable") is not { } maximum || bucket.Amount("restoreRate") is not { } rate) return null;
        if (maximum is <= 0 or > MostPoints || rate is <= 0 or > MostPoints || maximum > rate * LongestFilling) return null;
        return new ShopifyCost(
            (double)Math.Clamp(cost.Amount("requestedQueryCost") ?? 0, 0, maximum),
            (double)maximum, (double)Math.Clamp(bucket.Amount("currentlyAvailable") ?? 0, -maximum, maximum), (double)rate);
    }
}
