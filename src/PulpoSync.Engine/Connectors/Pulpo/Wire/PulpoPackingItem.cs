using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Goods of one article to pack.</summary>
internal sealed record PulpoPackingItem(
    long? ProductId, decimal? PackedQuantity, PulpoProduct? Product,
    [property: JsonConverter(typeof(WholeList<PulpoPackingBatch>))] IReadOnlyList<PulpoPackingBatch>? Batches);
