using System.Globalization;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>Packed goods, by the time at which their packing orders last changed. Orders of other shops and tools are left out here.</summary>
internal sealed class PulpoPackingSource(PulpoPackings packings, PulpoOrders orders, PackedGoodsReader reader) : ISource<PackedGoods>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<PackedGoods>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (packed, cursor) in packings.PackedAsync(request, cancellationToken).ConfigureAwait(false))
        {
            yield return await reader.ReadAsync(packed, request.Counterpart, cursor, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<Page<PackedGoods>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var found = await packings.ByIdsAsync(keys, cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(found, null, null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        var found = await packings.MeantByAsync(text.Trim(), orders, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(packing => packing.Id.ToString(CultureInfo.InvariantCulture))];
    }
}
