namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of a shipment.</summary>
public sealed record FulfillmentLine(long Id, OrderLine Line, int Quantity);
