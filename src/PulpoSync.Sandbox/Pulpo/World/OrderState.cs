namespace PulpoSync.Sandbox.Pulpo;

/// <summary>The states of sales and fulfilment orders.</summary>
internal static class OrderState
{
    public const string Queue = "queue";
    public const string Paused = "paused";
    public const string Picking = "picking";
    public const string Packing = "packing";
    public const string Shipping = "shipping";
    public const string Ended = "ended";
    public const string Cancelled = "cancelled";
}
