namespace PulpoSync.Sandbox.Shopify;

/// <summary>The status of a return.</summary>
public enum ReturnStatus
{
    Canceled,
    Closed,
    Declined,
    Open,
    Requested,
}
