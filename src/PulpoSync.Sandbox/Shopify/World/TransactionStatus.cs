namespace PulpoSync.Sandbox.Shopify;

/// <summary>How a transaction ended.</summary>
public enum TransactionStatus
{
    Pending,
    Success,
}
