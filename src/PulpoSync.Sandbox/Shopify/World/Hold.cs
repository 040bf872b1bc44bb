namespace PulpoSync.Sandbox.Shopify;

/// <summary>A hold on a fulfilment order.</summary>
public sealed record Hold(long Id, HoldReason Reason, string? Notes);
