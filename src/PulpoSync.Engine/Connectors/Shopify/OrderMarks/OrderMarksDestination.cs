using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.OrderMarks;

/// <summary>
/// Puts tags and lines of the note onto orders. A tag is added; a note can only be replaced, and Shopify compares nothing when it is: so it is read
/// immediately before it is written, and written only where our line is not there yet.
/// </summary>
internal sealed class OrderMarksDestination(ShopifyClient client) : IDestination<OrderProgress>
{
    private readonly ShopQueries _queries = new(client, "orders", ShopifyDocument.OrdersPage, ShopifyDocument.OrderMarksByIds, ShopifySpec.DefaultPageSize);

    /// <summary>Marks are updates of orders that exist; there is nothing to be found by itself.</summary>
    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Found>>([.. references.Select(_ => Found.Nothing)]);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<OrderProgress>> batch, CancellationToken cancellationToken)
    {
        var keys = batch.Select(write => write.Record.OrderKey).Distinct(StringComparer.Ordinal);
        var orders = (await ReadAsync(keys, cancellationToken).ConfigureAwait(false)).ToDictionary(order => order.Key, StringComparer.Ordinal);
        return await OrderBatch.WriteAsync(
            batch, WholeOrders.AtOnce, progress => progress.OrderKey,
            async (write, token) => orders.TryGetValue(write.Record.OrderKey, out var order) ? await OneAsync(write, order, token).ConfigureAwait(false) : Gone(write),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<WriteResult> OneAsync(Write<OrderProgress> write, MarkedOrder order, CancellationToken cancellationToken)
    {
        var mark = write.Record.Mark!;
        var tagged = mark.Tag is { } tag && !order.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
        if (tagged)
        {
            var variables = new JsonObject { ["id"] = order.Key, ["tags"] = new JsonArray(mark.Tag) };
            if (await SendAsync(ShopifyDocument.OrderTag, "tagsAdd", variables, CallKind.IdempotentWrite, write, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }
        }

        // What was read for the batch tells whether there is anything to write at all; what is written rests on a look just before.
        if (mark.NoteLine is not { } line || NoteText.With(order.Note, write.Ref.Number, line) is { IsCut: false } there && there.Note == order.Note) return Done(order, tagged);
        return await NoteAsync(write, order.Key, line, tagged, cancellationToken).ConfigureAwait(false);
    }

    private async Task<WriteResult> NoteAsync(Write<OrderProgress> write, string key, string line, bool tagged, CancellationToken cancellationToken)
    {
        if (await ReadAsync([key], cancellationToken).ConfigureAwait(false) is not [var order]) return Gone(write);
        var (note, isCut) = NoteText.With(order.Note, write.Ref.Number, line);
        var warning = isCut ? Cut(write, note) : null;
        if (note is null || note == order.Note) return Done(order, tagged) with { Warning = warning };
        var variables = new JsonObject { ["input"] = new JsonObject { ["id"] = key, ["note"] = note } };
        try
        {
            var refusal = await SendAsync(ShopifyDocument.OrderNote, "orderUpdate", variables, CallKind.Write, write, cancellationToken).ConfigureAwait(false);
            return refusal ?? Done(order, changed: true) with { Warning = warning };
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            // Not sent again with what was read before: people may have written since. Our line shows whether it arrived.
            if (!await IsThereAsync(key, write, line, cancellationToken).ConfigureAwait(false)) throw;
            return Done(order, changed: true) with { Warning = warning };
        }
    }

    private async Task<bool> IsThereAsync(string key, Write<OrderProgress> write, string line, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync([key], cancellationToken).ConfigureAwait(false) is [var now] && NoteText.With(now.Note, write.Ref.Number, line).Note == now.Note;
        }
        catch (FailureException)
        {
            // A look that fails settles nothing.
            return false;
        }
    }

    private async Task<WriteResult?> SendAsync(
        ShopifyDocument document, string mutation, JsonObject variables, CallKind kind, Write<OrderProgress> write, CancellationToken cancellationToken)
    {
        var answer = await client.MutateAsync(document, variables, kind, cancellationToken).ConfigureAwait(false);
        var errors = ShopifyUserError.Read(answer.Data?.Get(mutation));
        return errors.Count == 0 ? null : WriteResult.Refused(new Failure(
            FailureKind.Data, "MarkRefused", $"The shop refused {(mutation == "tagsAdd" ? "the tag" : "the note")} for {write.Ref.Number}: {string.Join("; ", errors)}."));
    }

    private async Task<IReadOnlyList<MarkedOrder>> ReadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var nodes = await _queries.ByIdsAsync([.. keys.Where(Gid.IsOrder)], cancellationToken).ConfigureAwait(false);
        // Tags or a note that were refused would look like none, and what people wrote would be lost.
        if (nodes.Any(node => node.IsBroken)) throw new FailureException(new Failure(FailureKind.Transient, "ShopifyInternalError", $"{client.Shop} answered in part only."));
        return [.. nodes.Select(node => MarkedOrder.Read(node.Head) ?? throw Unexpected())];
    }

    private FailureException Unexpected() => new(new Failure(
        FailureKind.Protocol, "UnexpectedShape", $"{client.Shop} gives tags or note of an order in a shape that is not in its schema."));

    private static WriteResult Done(MarkedOrder order, bool changed) => changed ? WriteResult.Done(order.Key) : WriteResult.Unchanged(order.Key);

    private static string Cut(Write<OrderProgress> write, string? note) => note is null
        ? $"{write.Ref.Number}: the order's note is full; its lots and serial numbers were not added."
        : $"{write.Ref.Number}: not all lots and serial numbers fit into the order's note, which takes {NoteText.Longest} characters.";

    private static WriteResult Gone(Write<OrderProgress> write) =>
        WriteResult.LeftOut(ReasonCodes.OrderGone, $"The shop has no order for {write.Ref.Number} any more, or it is older than the app may read (scope {ShopifyScopes.AllOrders}).");
}
