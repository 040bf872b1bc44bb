using System.Globalization;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Returns;

/// <summary>
/// Returns, by the time when their reception began: PULPO lists incoming goods by no other. What changes later is not lost by that, because an unfinished
/// return waits and is read again by its id until the warehouse has finished it.
/// </summary>
internal sealed class PulpoReturnSource(PulpoClient client, PulpoOrders orders, TimeProvider time) : ISource<GoodsReturn>
{
    private const string Path = "/reception/incoming_goods";
    private const string List = "incoming_goods";
    private const string Kind = "return";
    private const string Filter = "document_type=return";

    private readonly PulpoReturnReader _reader = new(client, orders, time);
    private readonly PulpoChanges<PulpoReturn> _changes = new(
        client, Path, List, "inserted_at", PulpoJson.Default.PulpoReturn, found => (found.Id, found.InsertedAt));
    private readonly PulpoLookup<PulpoReturn> _byNumber = new(
        client, Path, List, "sequence_number", PulpoJson.Default.PulpoReturn, found => found.SequenceNumber, Filter);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<GoodsReturn>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = request.Since is null ? request.Cursor : null;
        var pages = _changes.ReadAsync(cursor, request.Since ?? request.StartFrom, Filter, cancellationToken).ConfigureAwait(false);
        await foreach (var (items, next) in pages)
        {
            // A filter that is ignored would bring deliveries of suppliers.
            var returns = items.Where(item => item.DocumentType is null or Kind).ToList();
            yield return new Page<GoodsReturn>(await _reader.ReadAsync(returns, request.Counterpart, cancellationToken).ConfigureAwait(false), next);
        }
    }

    /// <inheritdoc/>
    public async Task<Page<GoodsReturn>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        // Incoming goods have no filter by id: one by one, as many at a time as the client lets through.
        var found = await Task.WhenAll(keys.Select(PulpoReturnReader.IdOf).OfType<long>().Select(id => OneAsync(id, cancellationToken))).ConfigureAwait(false);
        var there = found.OfType<PulpoReturn>().Where(one => keys.Contains(PulpoReturnReader.KeyOf(one), StringComparer.Ordinal)).ToList();
        return new Page<GoodsReturn>(await _reader.ReadAsync(there, null, cancellationToken).ConfigureAwait(false), null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (PulpoReturnReader.IdOf(text) is not null) return [text];
        // The order's number is found by the ledger: PULPO does not list incoming goods by order.
        var found = await _byNumber.FindAsync([text], confirm: false, cancellationToken).ConfigureAwait(false);
        return [.. found.Values.SelectMany(returns => returns).Select(PulpoReturnReader.KeyOf)];
    }

    private async Task<PulpoReturn?> OneAsync(long id, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");
        var found = await client.FindAsync(path, PulpoJson.Default.PulpoReturn, cancellationToken).ConfigureAwait(false);
        return found is null || found.Id == id
            ? found
            : throw new FailureException(new Failure(FailureKind.Protocol, "UnexpectedShape", $"PULPO was asked for one of {Path} and gives another."));
    }
}
