namespace PulpoSync.Sandbox.Shopify;

/// <summary>The tax of a line or an order.</summary>
internal sealed record TaxView(TaxLine Tax, Order Order);
