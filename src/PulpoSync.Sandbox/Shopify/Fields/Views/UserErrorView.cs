namespace PulpoSync.Sandbox.Shopify;

/// <summary>Why a mutation did not do what was asked. Only some mutations have a code beside the message.</summary>
internal sealed record UserErrorView(IReadOnlyList<string>? Field, string Message, string? Code = null);
