namespace PulpoSync.Sandbox.Shopify;

/// <summary>The installation of the app that asks.</summary>
internal sealed record Installation(IReadOnlyList<string> Scopes);
