namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>What of a product matters here.</summary>
internal sealed record PulpoProduct(long Id, string? Sku, long? MerchantId);
