using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>
/// What became of a label whose answer was lost. The order tells: a shipment that it did not have before is the label's. None may mean that the label was made and
/// never noted, several that somebody else has made one: both are for people.
/// </summary>
internal sealed class LabelSettlement(BillbeeClient client, IDocuments documents)
{
    /// <summary>Looks at a box.</summary>
    public async Task<Found> SettleAsync(RecordRef reference, CancellationToken cancellationToken)
    {
        if (LabelDocument.Find(documents, reference) is { } kept) return Ours(reference, kept);
        // The note is made before the call: without one no label was ever asked for.
        if (LabelNote.Find(documents, reference) is not { } note) return Found.Nothing;
        var order = await BillbeeOrderNow.FindAsync(client, note.Order, cancellationToken).ConfigureAwait(false);
        var parcels = order is null ? [] : note.New(order, reference);
        var answer = note.Answer ?? new LabelAnswer(null, null, null, null);
        if (parcels is not [var parcel] || answer.Document(parcel) is not { } label) return Found.Unclear(Unclear(reference, note, parcels));
        label.Keep(documents, reference);
        return Ours(reference, label);
    }

    /// <summary>Keeps a label; from then on the note has done its service.</summary>
    public void Keep(RecordRef reference, LabelDocument label)
    {
        label.Keep(documents, reference);
        LabelNote.Delete(documents, reference);
    }

    private Found Ours(RecordRef reference, LabelDocument label)
    {
        LabelNote.Delete(documents, reference);
        return new Found(FoundKind.Ours, label.TrackingNumber);
    }

    private static Failure Unclear(RecordRef reference, LabelNote note, IReadOnlyList<BillbeeParcel> parcels)
    {
        var numbers = parcels.Select(parcel => parcel.TrackingNumber ?? "a shipment without a number");
        var shows = parcels.Count == 0 ? "shows no new shipment" : $"shows {string.Join(", ", numbers)} as new";
        return new Failure(
            FailureKind.Data, ReasonCodes.LabelUnclear,
            $"Billbee was asked for a label for box {reference.Number} and gave no clear answer; order {note.OrderNumber} {shows}. Look at that order in Billbee: "
            + "if the box has its label there, print it and enter its number at the box in the warehouse. If it has none, Start-Integration with -Record "
            + $"{reference.Number} -Recreate makes a new one.");
    }
}
