namespace PulpoSync.Sandbox.Shopify;

/// <summary>What happened to money.</summary>
public enum TransactionKind
{
    Authorization,
    Refund,
    Sale,
}
