namespace PulpoSync.Sandbox.Shopify;

/// <summary>The status of a fulfilment order.</summary>
public enum FulfillmentOrderStatus
{
    Cancelled,
    Closed,
    Incomplete,
    InProgress,
    OnHold,
    Open,
    Scheduled,
}
