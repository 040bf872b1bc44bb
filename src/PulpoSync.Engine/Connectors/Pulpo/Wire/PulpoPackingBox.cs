namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A box of a packing order.</summary>
internal sealed record PulpoPackingBox(long Id, IReadOnlyList<PulpoBoxItem>? Items);
