namespace PulpoSync.Sandbox.Shopify;

/// <summary>What a mutation of tags gives.</summary>
internal sealed record TagsPayload(object? Node, IReadOnlyList<UserErrorView> UserErrors);
