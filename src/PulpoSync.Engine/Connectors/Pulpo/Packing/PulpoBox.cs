using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>A box with its tracking numbers.</summary>
internal sealed record PulpoBox(IReadOnlyList<PulpoBoxItem> Items, IReadOnlyList<Tracking> Trackings);
