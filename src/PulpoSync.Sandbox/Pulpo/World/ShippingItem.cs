namespace PulpoSync.Sandbox.Pulpo;

internal sealed record ShippingItem(long Id, long ShippingOrderId, long PackingBoxId);
