namespace PulpoSync.Sandbox.Shopify;

/// <summary>An address, with the id of what it belongs to.</summary>
internal sealed record AddressView(Address Address, long Id);
