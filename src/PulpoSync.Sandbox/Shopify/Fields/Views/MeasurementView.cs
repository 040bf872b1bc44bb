namespace PulpoSync.Sandbox.Shopify;

/// <summary>The measurements of an inventory item.</summary>
internal sealed record MeasurementView(long Id, int Grams);
