namespace PulpoSync.Sandbox.Shopify;

/// <summary>What may be done with a fulfilment order.</summary>
public enum FulfillmentOrderAction
{
    CancelFulfillmentOrder,
    CreateFulfillment,
    External,
    Hold,
    MarkAsOpen,
    Merge,
    Move,
    ReleaseHold,
    ReportProgress,
    RequestCancellation,
    RequestFulfillment,
    Split,
}
