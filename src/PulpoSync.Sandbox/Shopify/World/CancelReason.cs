namespace PulpoSync.Sandbox.Shopify;

/// <summary>Why an order was cancelled.</summary>
public enum CancelReason
{
    Customer,
    Declined,
    Fraud,
    Inventory,
    Other,
    Staff,
}
