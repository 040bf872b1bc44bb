using System.Runtime.CompilerServices;
using PulpoSync.Engine.Connectors.Pulpo.Packing;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Labels;

/// <summary>
/// Packed boxes, by the time at which their packing orders last changed, and what comes back to them: label and tracking number, or why there is none.
/// </summary>
internal sealed class PulpoBoxSource(PulpoPackings packings, PulpoOrders orders, PackedBoxReader reader, PulpoLabelReturn labels)
    : ISource<PackedBox>, IAcknowledge<PackedBox>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<PackedBox>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (packed, cursor) in packings.PackedAsync(request, cancellationToken).ConfigureAwait(false))
        {
            yield return await reader.ReadAsync(packed, request.Counterpart, cursor, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<Page<PackedBox>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var found = await packings.ByIdsAsync(keys.Select(PulpoBoxKey.PackingOf), cancellationToken).ConfigureAwait(false);
        var page = await reader.ReadAsync(found, null, null, cancellationToken).ConfigureAwait(false);
        var asked = keys.ToHashSet(StringComparer.Ordinal);
        var unread = page.Unreadable.ToDictionary(one => one.Key, StringComparer.Ordinal);
        return new Page<PackedBox>(
            [
                // A packing order whose boxes could not be read once was named by itself: now its boxes are all there.
                .. page.Records.Where(box => asked.Contains(box.Key) || asked.Contains(PulpoBoxKey.PackingOf(box.Key))),
                .. page.Records.DistinctBy(box => PulpoBoxKey.PackingOf(box.Key)).Where(box => asked.Contains(PulpoBoxKey.PackingOf(box.Key))).Select(Whole),
            ],
            null)
        {
            Unreadable = [.. asked.Where(key => unread.ContainsKey(PulpoBoxKey.PackingOf(key))).Select(key => unread[PulpoBoxKey.PackingOf(key)] with { Key = key })],
        };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        var whole = await BoxesAsync(text, cancellationToken).ConfigureAwait(false);
        if (whole.Count > 0 || text.LastIndexOf('/') is not (> 0 and var slash)) return [.. whole.Select(box => box.Key)];
        var one = await BoxesAsync(text[..slash], cancellationToken).ConfigureAwait(false);
        return [.. one.Where(box => box.Key == text || box.Number == text).Select(box => box.Key)];
    }

    /// <inheritdoc/>
    public Task AcknowledgeAsync(PackedBox record, RecordRef reference, WriteResult result, CancellationToken cancellationToken) =>
        labels.TellAsync(reference, result, cancellationToken);

    // The packing order itself wants nothing: so what was kept of it settles.
    private static PackedBox Whole(PackedBox box) => box with { Key = PulpoBoxKey.PackingOf(box.Key), WantsLabel = false };

    private async Task<IReadOnlyList<PackedBox>> BoxesAsync(string text, CancellationToken cancellationToken)
    {
        var found = await packings.MeantByAsync(text, orders, cancellationToken).ConfigureAwait(false);
        return (await reader.ReadAsync(found, null, null, cancellationToken).ConfigureAwait(false)).Records;
    }
}
