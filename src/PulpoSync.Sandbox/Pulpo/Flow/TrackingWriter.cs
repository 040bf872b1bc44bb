using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Checks and writes the trackings that label services bring to boxes. That their texts have a greatest length is inferred.</summary>
internal static class TrackingWriter
{
    public static Change<ShipmentTracking> Create(PulpoCall call, JsonElement body, PackingBox box) =>
        Write(call, body, box, new ShipmentTracking { PackingBoxId = box.Id });

    public static Change<ShipmentTracking> Update(PulpoCall call, JsonElement body, PackingBox box, ShipmentTracking before) => Write(call, body, box, before);

    /// <summary>One element of a bulk request: what names a tracking changes it, what names a box only brings it one (inferred).</summary>
    public static Change<ShipmentTracking> CreateOrUpdate(PulpoCall call, JsonElement body)
    {
        var (world, sent) = (call.World, call.Changeset(body));
        if (sent.Integer("id", null) is { } id)
        {
            return world.ShipmentTrackings.Find(id) is { Deleted: false } row
                ? Update(call, body, world.PackingBoxes.Find(row.PackingBoxId)!, row)
                : new FieldError("id", FieldError.Missing);
        }
        return sent.Integer("packing_box_id", null) is not { } boxId ? new FieldError("packing_box_id", FieldError.Blank)
            : world.PackingBoxes.Find(boxId) is { } box ? Create(call, body, box)
            : new FieldError("packing_box_id", FieldError.Missing);
    }

    public static void Delete(PulpoWorld world, PackingBox box, ShipmentTracking row)
    {
        world.ShipmentTrackings.Update(row with { Deleted = true });
        Labelling.Touch(world, box);
    }

    private static Change<ShipmentTracking> Write(PulpoCall call, JsonElement body, PackingBox box, ShipmentTracking before)
    {
        var world = call.World;
        var sent = call.Changeset(body);
        var row = before with
        {
            CarrierCode = sent.Text("carrier_code", before.CarrierCode),
            TrackingCode = sent.Text("tracking_code", before.TrackingCode),
            TrackingUrl = sent.Text("tracking_url", before.TrackingUrl),
            Status = sent.Text("status", before.Status),
            ErrorMessage = sent.Text("error_message", before.ErrorMessage),
            ReturnLabelErrorMessage = sent.Text("return_label_error_message", before.ReturnLabelErrorMessage),
            RequiresAttention = sent.Flag("requires_attention", before.RequiresAttention) ?? false,
            Printed = sent.Flag("printed", before.Printed) ?? false,
            ShipmentCost = sent.Number("shipment_cost", before.ShipmentCost),
            ServicePointId = sent.Text("service_point_id", before.ServicePointId),
            Attributes = sent.Map("attributes", before.Attributes),
        };
        References.CheckWarehouse(call, sent, world.PackingOrders.Find(box.PackingOrderId)!.WarehouseId);
        if (sent.Errors.Count > 0) return Change<ShipmentTracking>.Refuse(sent.Errors);
        row = before.Id == 0 ? world.ShipmentTrackings.Add(row) : world.ShipmentTrackings.Update(row);
        Labelling.Touch(world, box);
        return row;
    }
}
