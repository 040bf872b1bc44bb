namespace PulpoSync.Sandbox.Shopify;

/// <summary>A shipment of which something can come back.</summary>
internal sealed record ReturnableView(Fulfillment Fulfillment, IReadOnlyList<ReturnableLineView> Lines);
