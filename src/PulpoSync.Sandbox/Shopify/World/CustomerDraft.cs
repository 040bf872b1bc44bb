namespace PulpoSync.Sandbox.Shopify;

/// <summary>A customer to be found by e-mail or made.</summary>
public sealed record CustomerDraft(string FirstName, string LastName, string? Email, string? Phone = null);
