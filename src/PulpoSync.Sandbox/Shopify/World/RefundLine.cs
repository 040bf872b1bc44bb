namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of a refund.</summary>
public sealed record RefundLine(long Id, OrderLine Line, int Quantity, RestockType Restock, Location? Location);
