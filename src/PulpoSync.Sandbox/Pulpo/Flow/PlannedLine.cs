namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods for a box.</summary>
internal sealed record PlannedLine(PackingItem Item, long Quantity, IReadOnlyList<BatchShare> Batches);
