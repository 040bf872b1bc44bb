namespace PulpoSync.Sandbox.Shopify;

/// <summary>Where a fulfilment order goes to.</summary>
internal sealed record DestinationView(FulfillmentOrder FulfillmentOrder, Address Address);
