namespace PulpoSync.Sandbox.Shopify;

/// <summary>A customer's e-mail address as an object.</summary>
internal sealed record EmailView(string Address);
