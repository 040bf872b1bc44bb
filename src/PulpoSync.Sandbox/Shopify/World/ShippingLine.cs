namespace PulpoSync.Sandbox.Shopify;

/// <summary>The shipping that the customer chose.</summary>
public sealed record ShippingLine(long Id, string Title, string Code, decimal Price);
