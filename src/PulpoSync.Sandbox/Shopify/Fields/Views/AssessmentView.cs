namespace PulpoSync.Sandbox.Shopify;

/// <summary>A single assessment of risk.</summary>
internal sealed record AssessmentView(string Level);
