namespace PulpoSync.Sandbox.Shopify;

/// <summary>What Shopify recommends for an order, by its risk.</summary>
public enum RiskRecommendation
{
    Accept,
    Cancel,
    Investigate,
    None,
}
