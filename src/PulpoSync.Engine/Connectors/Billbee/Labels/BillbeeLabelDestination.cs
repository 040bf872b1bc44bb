using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>
/// Takes packed boxes and makes their labels, one after the other, so that a new shipment on an order can only be the last one's. What the order had is
/// noted before the call, and the label is kept before anything else is done with the answer: a label exists once, and costs money each time.
/// </summary>
internal sealed class BillbeeLabelDestination(BillbeeClient client, LabelProducts products, IDocuments documents, DateTimeOffset? restoredAt) : IDestination<PackedBox>
{
    // The warehouse's clock and ours may differ.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    // Whatever happens to network or process: no more than one answer is lost, and with it a file that exists nowhere else.
    private const int AtOnce = 1;

    private readonly HashSet<string> _made = new(StringComparer.OrdinalIgnoreCase);
    private readonly LabelCalls _calls = new(client);
    private readonly LabelSettlement _settlement = new(client, documents);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = new List<Found>(references.Count);
        foreach (var reference in references) found.Add(await _settlement.SettleAsync(reference, cancellationToken).ConfigureAwait(false));
        return found;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<PackedBox>> batch, CancellationToken cancellationToken)
    {
        var unclear = new HashSet<string>(StringComparer.Ordinal);
        return OrderBatch.WriteAsync(
            batch, AtOnce, box => box.OrderKey,
            async (write, token) =>
            {
                // A second label now would make the first one's shipment impossible to tell.
                if (unclear.Contains(write.Record.OrderKey)) return WriteResult.Refused(LabelRefusals.Waits(write.Ref));
                var result = await OneAsync(write, token).ConfigureAwait(false);
                if (result.Status is WriteStatus.Unknown) unclear.Add(write.Record.OrderKey);
                return result;
            },
            cancellationToken);
    }

    private async Task<WriteResult> OneAsync(Write<PackedBox> write, CancellationToken cancellationToken)
    {
        if (await EarlierAsync(write.Ref, cancellationToken).ConfigureAwait(false) is { } earlier) return earlier;
        if (write.Record.Label is not { } choice) return WriteResult.Refused(LabelRefusals.NoChoice(write.Ref));
        var product = await products.FindAsync(choice, cancellationToken).ConfigureAwait(false);
        var order = await BillbeeOrderNow.FindAsync(client, write.Record.OrderKey, cancellationToken).ConfigureAwait(false);
        if (order is null) return WriteResult.Refused(LabelRefusals.Gone(write.Ref));
        if (order.IsTakenBack) return WriteResult.Refused(LabelRefusals.TakenBack(write.Ref, order));
        if (MayBeForgotten(write, order))
        {
            // Who asks for a label all the same has looked.
            LabelNote.Of(order, write.Ref).Keep(documents, write.Ref);
            return WriteResult.Refused(LabelRefusals.MayBeThere(write.Ref, order));
        }

        return await MakeAsync(write, order, product, cancellationToken).ConfigureAwait(false);
    }

    // A backup does not know of the labels that were made after it. What was packed before it came back, and has a shipment already, may have its label.
    private bool MayBeForgotten(Write<PackedBox> write, BillbeeOrderNow order) =>
        write.Record.UpdatedAt - ClockTolerance <= restoredAt
        && order.Parcels.Any(parcel => !_made.Contains(parcel.TrackingNumber ?? ""))
        && LabelNote.Find(documents, write.Ref) is null;

    // A label that is kept is never made again. One of which only the note is left is looked for, unless a person has looked and asks for another.
    private async Task<WriteResult?> EarlierAsync(RecordRef reference, CancellationToken cancellationToken)
    {
        if (!reference.InDoubt && LabelDocument.Find(documents, reference) is null) return null;
        var found = await _settlement.SettleAsync(reference, cancellationToken).ConfigureAwait(false);
        return found.Kind switch
        {
            FoundKind.Ours => WriteResult.Done(found.Id!),
            FoundKind.Unclear => WriteResult.Refused(found.Failure!),
            _ => null,
        };
    }

    private async Task<WriteResult> MakeAsync(Write<PackedBox> write, BillbeeOrderNow order, LabelProduct product, CancellationToken cancellationToken)
    {
        var note = LabelNote.Of(order, write.Ref);
        note.Keep(documents, write.Ref);
        try
        {
            var answer = await _calls.MakeAsync(order, write.Record, product, cancellationToken).ConfigureAwait(false);
            return answer.Document() is { } label
                ? Done(write.Ref, label)
                : await NumberlessAsync(write.Ref, note with { Answer = answer }, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            return WriteResult.Unknown(e.Failure);
        }
        catch (FailureException e)
        {
            LabelNote.Delete(documents, write.Ref);
            if (LabelRefusals.Of(e.Failure, write.Ref, order) is { } refusal) return WriteResult.Refused(refusal);
            throw;
        }
        catch (OperationCanceledException)
        {
            // Cancelled while it waited: surely not sent.
            LabelNote.Delete(documents, write.Ref);
            throw;
        }
    }

    // The label is made, and its file exists nowhere else: it stays with the note until the order shows its number.
    private async Task<WriteResult> NumberlessAsync(RecordRef reference, LabelNote note, CancellationToken cancellationToken)
    {
        note.Keep(documents, reference);
        try
        {
            var found = await _settlement.SettleAsync(reference, cancellationToken).ConfigureAwait(false);
            if (found.Kind is FoundKind.Ours) return Done(reference, LabelDocument.Find(documents, reference)!);
        }
        catch (FailureException)
        {
            // A look that fails settles nothing.
        }

        return WriteResult.Unknown(new Failure(
            FailureKind.Protocol, "LabelWithoutNumber", $"Billbee made a label for box {reference.Number} and did not tell its number; the order is looked at again."));
    }

    private WriteResult Done(RecordRef reference, LabelDocument label)
    {
        _settlement.Keep(reference, label);
        _made.Add(label.TrackingNumber);
        var warning = label.Pdf is null ? $"Billbee gave no file with the label of box {reference.Number}; print it in Billbee (number {label.TrackingNumber})." : null;
        return WriteResult.Done(label.TrackingNumber) with { Warning = warning };
    }
}
