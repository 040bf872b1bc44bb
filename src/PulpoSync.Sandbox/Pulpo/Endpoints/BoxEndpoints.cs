using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Boxes of packing orders, and what label services bring to them: trackings and files.</summary>
internal static class BoxEndpoints
{
    private static readonly Resource<ShipmentTracking> Trackings = new("shipment_trackings", w => w.ShipmentTrackings,
        Fields.Flag<ShipmentTracking>("requires_attention", t => t.RequiresAttention));

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "packing/orders/boxes/search", call => BoxResource.Of(call.World).List(call)),
        new("GET", "packing/orders/{id}/boxes", BoxesOfPacking),
        new("GET", "packing/orders/{id}/boxes/{id}", call => WithBox(call, box => BoxResource.Of(call.World).Show(call, box))),
        new("GET", "packing/orders/{id}/boxes/{id}/shipment_tracking",
            call => WithBox(call, box => Trackings.List(call, call.World.TrackingsByBox.Find(PulpoWorld.IdKey(box.Id))))),
        new("POST", "packing/orders/{id}/boxes/{id}/shipment_tracking",
            call => WithBox(call, box => Answer(call, TrackingWriter.Create(call, call.Body, box), StatusCodes.Status201Created))),
        new("GET", "packing/orders/{id}/boxes/{id}/shipment_tracking/{id}", call => WithTracking(call, (_, row) => Trackings.Show(call, row))),
        new("PUT", "packing/orders/{id}/boxes/{id}/shipment_tracking/{id}",
            call => WithTracking(call, (box, row) => Answer(call, TrackingWriter.Update(call, call.Body, box, row), StatusCodes.Status200OK))),
        new("DELETE", "packing/orders/{id}/boxes/{id}/shipment_tracking/{id}", call => WithTracking(call, (box, row) => Delete(call, box, row))),
        new("POST", "packing/orders/boxes/bulk/shipment_tracking", Bulk),
        new("POST", "packing/orders/{id}/boxes/{id}/attach", call => WithBox(call, box => Attach(call, box))),
        new("POST", "packing/orders/{id}/boxes/{id}/attachment", call => WithBox(call, box => Register(call, box))),
        new("POST", "packing/boxes/attachments", Attachments),
    ];

    private static PulpoAnswer BoxesOfPacking(PulpoCall call) =>
        call.World.PackingOrders.Find(call.Id()) is { } packing
            ? BoxResource.Of(call.World).List(call, call.World.BoxesByPacking.Find(PulpoWorld.IdKey(packing.Id)))
            : call.MissingId();

    private static PulpoAnswer WithBox(PulpoCall call, Func<PackingBox, PulpoAnswer> answer) =>
        call.World.PackingBoxes.Find(call.Id(1)) is { } box && box.PackingOrderId == call.Id() ? answer(box) : call.MissingId();

    private static PulpoAnswer WithTracking(PulpoCall call, Func<PackingBox, ShipmentTracking, PulpoAnswer> answer) => WithBox(call, box =>
        call.World.ShipmentTrackings.Find(call.Id(2)) is { Deleted: false } row && row.PackingBoxId == box.Id ? answer(box, row) : call.MissingId());

    private static PulpoAnswer Answer(PulpoCall call, Change<ShipmentTracking> change, int status) =>
        change.Row is { } row ? Trackings.Show(call, row, status) : call.Refused(change.Errors);

    private static PulpoAnswer Delete(PulpoCall call, PackingBox box, ShipmentTracking row)
    {
        TrackingWriter.Delete(call.World, box, row);
        return PulpoAnswer.Empty(StatusCodes.Status200OK);
    }

    // What is refused makes the answer a 422, which declares nothing but errors; the others are written all the same.
    private static PulpoAnswer Bulk(PulpoCall call)
    {
        if (call.Body.ValueKind != JsonValueKind.Array) return call.Refused([new FieldError("_json", FieldError.Invalid)]);
        var changes = call.Elements.Select(element => TrackingWriter.CreateOrUpdate(call, element)).ToList();
        var errors = changes.SelectMany(change => change.Errors).ToList();
        return errors.Count > 0 ? call.Refused(errors)
            : ListAnswer.Of(ListShape.Envelope, "shipment_trackings", changes.Select(change => change.Row!).ToList(), changes.Count);
    }

    // Declared is a list of boxes here, and a single box below.
    private static PulpoAnswer Attach(PulpoCall call, PackingBox box)
    {
        var change = AttachmentWriter.Attach(call, box);
        return change.Refused ? call.Refused(change.Errors) : BoxResource.Of(call.World).List(call, [box]);
    }

    private static PulpoAnswer Register(PulpoCall call, PackingBox box)
    {
        var change = AttachmentWriter.Register(call, box);
        return change.Refused
            ? call.Refused(change.Errors, StatusCodes.Status400BadRequest)
            : BoxResource.Of(call.World).Show(call, box, StatusCodes.Status201Created);
    }

    // That the ids come as a bare list is inferred: the neighbour that registers files in bulk declares its list so.
    private static PulpoAnswer Attachments(PulpoCall call)
    {
        if (call.Body.ValueKind != JsonValueKind.Array || call.Elements.Any(e => e.ValueKind != JsonValueKind.Number || !e.TryGetInt64(out _)))
            return call.Refused([new FieldError("_json", FieldError.Invalid)], StatusCodes.Status400BadRequest);
        var boxes = call.Elements.Select(e => e.GetInt64()).Distinct().Select(call.World.PackingBoxes.Find).OfType<PackingBox>();
        return PulpoAnswer.Of(StatusCodes.Status200OK, boxes.Select(box => new
        {
            PackingBoxId = box.Id,
            Attachments = call.World.AttachmentsByBox.Find(PulpoWorld.IdKey(box.Id)).Select(a => new { a.Type, Url = UrlOf(call.Options, a) }),
        }));
    }

    private static string UrlOf(TenantOptions options, BoxAttachment attachment)
    {
        var address = FormattableString.Invariant($"https://files.example/{options.TenantId}/{attachment.Id}");
        return options.AttachmentUrlsNameFiles && attachment.Filename is { } name ? $"{address}/{Uri.EscapeDataString(name)}" : address;
    }
}
