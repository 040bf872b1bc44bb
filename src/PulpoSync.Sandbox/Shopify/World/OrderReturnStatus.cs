namespace PulpoSync.Sandbox.Shopify;

/// <summary>How the returns of an order stand.</summary>
public enum OrderReturnStatus
{
    InspectionComplete,
    InProgress,
    NoReturn,
    Returned,
    ReturnFailed,
    ReturnRequested,
}
