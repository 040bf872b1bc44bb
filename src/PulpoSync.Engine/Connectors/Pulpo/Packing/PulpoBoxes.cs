using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>Reads what a packing order has put into boxes. PULPO tells boxes per packing order and tracking per box; there is no list over several.</summary>
internal sealed class PulpoBoxes(PulpoClient client)
{
    public async Task<IReadOnlyList<PulpoBox>> ReadAsync(long packingOrder, CancellationToken cancellationToken)
    {
        var path = FormattableString.Invariant($"/packing/orders/{packingOrder}/boxes");
        var boxes = await client.ListAsync(path, "packing_boxes", "", PulpoJson.Default.PulpoPackingBox, cancellationToken).ConfigureAwait(false);
        var trackings = await Task.WhenAll(boxes.Select(box => client.ListAsync(
            FormattableString.Invariant($"{path}/{box.Id}/shipment_tracking"), "shipment_trackings", "", PulpoJson.Default.PulpoTracking, cancellationToken)))
            .ConfigureAwait(false);
        return [.. boxes.Zip(trackings, (box, found) => new PulpoBox(box, Numbers(found)))];
    }

    // A label that failed leaves an entry without a code: there is no tracking yet.
    private static List<Tracking> Numbers(IReadOnlyList<PulpoTracking> trackings) =>
    [
        .. trackings.Where(tracking => !string.IsNullOrWhiteSpace(tracking.TrackingCode))
            .DistinctBy(tracking => tracking.TrackingCode!.Trim(), StringComparer.OrdinalIgnoreCase)
            .Select(tracking => new Tracking(tracking.TrackingCode!.Trim(), Filled(tracking.TrackingUrl), Filled(tracking.CarrierCode))),
    ];

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
