namespace PulpoSync.Sandbox.Shopify;

/// <summary>Changes of stock that an app made at once.</summary>
public sealed record StockAdjustment(long Id, DateTimeOffset CreatedAt, string Reason, string? ReferenceDocumentUri, IReadOnlyList<StockChange> Changes);
