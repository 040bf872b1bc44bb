namespace PulpoSync.Sandbox.Shopify;

/// <summary>How money would be given back.</summary>
internal sealed record SuggestedTransactionView(OrderTransaction Parent, decimal Amount);
