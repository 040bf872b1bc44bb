using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A box of a packing order.</summary>
internal sealed record PulpoPackingBox(long Id, [property: JsonConverter(typeof(WholeList<PulpoBoxItem>))] IReadOnlyList<PulpoBoxItem>? Items);
