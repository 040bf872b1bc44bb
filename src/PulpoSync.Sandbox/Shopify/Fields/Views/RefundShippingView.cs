namespace PulpoSync.Sandbox.Shopify;

/// <summary>The shipping in a refund.</summary>
internal sealed record RefundShippingView(Refund Refund, ShippingLine Line);
