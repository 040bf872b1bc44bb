namespace PulpoSync.Sandbox.Shopify;

/// <summary>Why a mutation did not do what was asked.</summary>
internal sealed record UserErrorView(IReadOnlyList<string>? Field, string Message);
