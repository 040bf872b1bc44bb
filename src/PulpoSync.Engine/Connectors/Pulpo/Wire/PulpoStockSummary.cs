namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A product's stock by what may be done with it: unavailable is what is reserved, in kitting or blocked.</summary>
internal sealed record PulpoStockSummary(long ProductId, decimal? Available, decimal? Unavailable);
