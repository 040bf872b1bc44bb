namespace PulpoSync.Sandbox.Shopify;

/// <summary>The shipping of an order.</summary>
internal sealed record ShippingView(ShippingLine Line, Order Order);
