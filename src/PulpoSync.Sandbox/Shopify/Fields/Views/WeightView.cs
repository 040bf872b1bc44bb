namespace PulpoSync.Sandbox.Shopify;

/// <summary>A weight.</summary>
internal sealed record WeightView(int Grams);
