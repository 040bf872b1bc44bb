namespace PulpoSync.Sandbox.Shopify;

/// <summary>A stock level as it was at one moment, for tests to compare with.</summary>
public sealed record LevelSnapshot(
    string? Sku, string Location, int Available, int OnHand, int Committed, int Incoming, bool IsActive, bool IsTracked, DateTimeOffset UpdatedAt);
