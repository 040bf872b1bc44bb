namespace PulpoSync.Sandbox.Shopify;

/// <summary>A customer.</summary>
public sealed record Customer(long Id, string FirstName, string LastName, string? Email, string? Phone, DateTimeOffset CreatedAt);
