namespace PulpoSync.Sandbox.Shopify;

/// <summary>How much of the shipping would be given back.</summary>
internal sealed record ShippingRefundView(Order Order, decimal Amount);
