namespace PulpoSync.Sandbox.Shopify;

/// <summary>What a mutation gives: what it made or changed, or why it did not.</summary>
internal sealed record Payload(object? Result, params IReadOnlyList<UserErrorView> UserErrors)
{
    /// <summary>A second object beside the result, for the few mutations that give one.</summary>
    public object? Beside { get; init; }
}
