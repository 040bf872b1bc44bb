namespace PulpoSync.Sandbox.Shopify;

/// <summary>The risk of an order.</summary>
internal sealed record RiskView(RiskRecommendation Recommendation);
