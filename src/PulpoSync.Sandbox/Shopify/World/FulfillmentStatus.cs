namespace PulpoSync.Sandbox.Shopify;

/// <summary>An order's <c>displayFulfillmentStatus</c>.</summary>
public enum FulfillmentStatus
{
    Fulfilled,
    FulfillmentNotRequired,
    InProgress,
    OnHold,
    Open,
    PartiallyFulfilled,
    PendingFulfillment,
    RequestDeclined,
    Restocked,
    Scheduled,
    Unfulfilled,
}
