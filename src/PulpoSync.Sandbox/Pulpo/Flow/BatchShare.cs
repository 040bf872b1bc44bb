namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods of one lot, or one piece with its serial number.</summary>
internal sealed record BatchShare(Batch Batch, long Quantity);
