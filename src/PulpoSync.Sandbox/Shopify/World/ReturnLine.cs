namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of a return.</summary>
public sealed record ReturnLine(long Id, FulfillmentLine Shipped, int Quantity, ReturnReason Reason, string Note);
