namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A box that is to be packed.</summary>
internal sealed record PlannedBox(PackBox Box, IReadOnlyList<PlannedLine> Lines);
