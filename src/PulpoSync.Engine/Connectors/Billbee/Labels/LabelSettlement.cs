using System.Globalization;
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

    // The box in the warehouse shows the beginning of it, which has to be all of it: 255 characters.
    private static Failure Unclear(RecordRef reference, LabelNote note, IReadOnlyList<BillbeeParcel> parcels)
    {
        var shows = parcels.Count switch
        {
            0 => "no new shipment",
            1 => "a shipment without a number",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} new shipments"),
        };
        return new Failure(
            FailureKind.Data, ReasonCodes.LabelUnclear,
            $"No clear answer came for the label of box {reference.Number}; order {note.OrderNumber} shows {shows} in Billbee. If its label is there, print it and "
            + $"enter its number; if not, Start-Integration -Record {reference.Number} -Recreate makes one.");
    }
}
