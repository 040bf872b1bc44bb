namespace PulpoSync.Sandbox.Shopify;

/// <summary>A customer's telephone number as an object.</summary>
internal sealed record PhoneView(string Number);
