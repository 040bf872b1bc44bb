using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Inventory;

/// <summary>
/// Pieces that are packed and still in the house: at the positions for packing and shipping, all that lies there less what is told when packed goods are left out.
/// Read once in a connector's life; what is packed meanwhile has changed its packing order, and is told by the next run.
/// </summary>
internal sealed class PulpoPackedGoods(PulpoClient client)
{
    private Dictionary<(long Warehouse, long Product), int>? _packed;

    /// <summary>Packed pieces of a product in a warehouse.</summary>
    public async Task<Func<long, int>> OfAsync(long warehouse, CancellationToken cancellationToken)
    {
        var packed = _packed ??= await ReadAsync(cancellationToken).ConfigureAwait(false);
        return product => packed.GetValueOrDefault((warehouse, product));
    }

    private async Task<Dictionary<(long Warehouse, long Product), int>> ReadAsync(CancellationToken cancellationToken)
    {
        var types = await client.ListAsync("/warehouses/location_types", "location_types", "", PulpoJson.Default.PulpoLocationType, cancellationToken).ConfigureAwait(false);
        var ways = types.Where(type => PulpoAssumptions.IsOnTheWayOut(type.Name)).ToList();
        if (ways.Count == 0)
        {
            throw new FailureException(new Failure(
                FailureKind.Protocol, "PackedUnknown",
                $"PULPO names no kind of position for packing or shipping (its kinds {PulpoDirectory.Names(types.Select(type => type.Name))}), so that what lies in the "
                + "warehouse cannot be told from what is packed. Set Quantity to Available."));
        }

        var packed = new Dictionary<(long, long), int>();
        foreach (var type in ways) await AddAsync(type.Id, packed, cancellationToken).ConfigureAwait(false);
        return packed;
    }

    private async Task AddAsync(long type, Dictionary<(long, long), int> packed, CancellationToken cancellationToken)
    {
        var filter = string.Create(CultureInfo.InvariantCulture, $"location_type_id={type}");
        var places = (await client.ListAsync("/warehouses/locations", "locations", filter, PulpoJson.Default.PulpoLocation, cancellationToken).ConfigureAwait(false))
            .Where(place => place.WarehouseId is not null).DistinctBy(place => place.Id).ToDictionary(place => place.Id, place => place.WarehouseId!.Value);
        foreach (var (query, sign) in new[] { (filter, 1), ($"{filter}&exclude_packed_quantities=true", -1) })
        {
            var rows = await client.ListAsync("/inventory/stocks", "stocks", query, PulpoJson.Default.PulpoStockRow, cancellationToken).ConfigureAwait(false);
            foreach (var row in rows.Where(row => row.ProductId is not null && row.LocationId is { } place && places.ContainsKey(place)))
            {
                var key = (places[row.LocationId!.Value], row.ProductId!.Value);
                packed[key] = packed.GetValueOrDefault(key) + (sign * (int)decimal.Floor(row.Quantity ?? 0));
            }
        }
    }
}
