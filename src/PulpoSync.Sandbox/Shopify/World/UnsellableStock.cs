namespace PulpoSync.Sandbox.Shopify;

/// <summary>Stock that is not for sale and not waiting for an order either.</summary>
public enum UnsellableStock
{
    Incoming,
    Reserved,
    Damaged,
    QualityControl,
    SafetyStock,
}
