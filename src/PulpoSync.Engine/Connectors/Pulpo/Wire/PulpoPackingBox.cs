using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A box of a packing order.</summary>
internal sealed record PulpoPackingBox(long Id, int? BoxNumber, [property: JsonConverter(typeof(WholeList<PulpoBoxItem>))] IReadOnlyList<PulpoBoxItem>? Items)
{
    public decimal? Weight { get; init; }
    public decimal? Length { get; init; }
    public decimal? Width { get; init; }
    public decimal? Height { get; init; }
}
