namespace PulpoSync.Sandbox.Shopify;

/// <summary>What <c>extensions.cost</c> says.</summary>
internal sealed record CostReport(int Requested, int? Actual, int Maximum, int Available, int RestoreRate)
{
    public static CostReport Of(CostBucket bucket, int requested, int? actual) =>
        new(requested, actual, bucket.Maximum, (int)bucket.Available, bucket.RestoreRate);
}
