namespace PulpoSync.Sandbox.Shopify;

/// <summary>How a fulfilment order reaches the customer.</summary>
internal sealed record DeliveryView(FulfillmentOrder FulfillmentOrder);
