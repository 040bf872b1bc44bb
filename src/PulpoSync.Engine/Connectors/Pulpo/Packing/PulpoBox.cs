using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>A box with its tracking numbers.</summary>
internal sealed record PulpoBox(PulpoPackingBox Box, IReadOnlyList<Tracking> Trackings)
{
    public IReadOnlyList<PulpoBoxItem> Items => Box.Items ?? [];
}
