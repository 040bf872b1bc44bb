using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>
/// What of a stock record, a sales order, a replenishment or a packing order says which goods it touches: the first names one product, the others list them.
/// </summary>
internal sealed record PulpoGoods(
    long Id, string? InsertedAt, string? UpdatedAt, long? WarehouseId, long? ProductId,
    [property: JsonConverter(typeof(WholeList<PulpoGoodsItem>))] IReadOnlyList<PulpoGoodsItem>? Items)
{
    /// <summary>Products that it touches.</summary>
    public IEnumerable<long> Products => (Items ?? []).Select(item => item.ProductId).Append(ProductId).OfType<long>().Distinct();
}
