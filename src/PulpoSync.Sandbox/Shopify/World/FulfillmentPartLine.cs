namespace PulpoSync.Sandbox.Shopify;

/// <summary>So many of a line of a fulfilment order; of none, when the line was not found.</summary>
public sealed record FulfillmentPartLine(FulfillmentOrderLine? Line, int Quantity);
