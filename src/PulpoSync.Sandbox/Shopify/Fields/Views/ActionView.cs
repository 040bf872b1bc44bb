namespace PulpoSync.Sandbox.Shopify;

/// <summary>Something that may be done with a fulfilment order.</summary>
internal sealed record ActionView(FulfillmentOrderAction Action);
