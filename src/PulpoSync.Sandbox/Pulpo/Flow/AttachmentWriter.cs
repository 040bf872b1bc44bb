namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Attaches files to boxes. A path may be long: whether it is an address or the file itself is not documented.</summary>
internal static class AttachmentWriter
{
    /// <summary>A file that PULPO gets by a path.</summary>
    public static Change<BoxAttachment> Attach(PulpoCall call, PackingBox box)
    {
        var sent = call.Changeset(call.Body);
        return Add(call, sent, Required(sent, new BoxAttachment
        {
            PackingBoxId = box.Id,
            Filename = sent.Text("filename", null),
            FileType = sent.Text("content_type", null),
            Type = sent.Text("type", null),
            Path = sent.Text("path", null, unlimited: true),
        }));
    }

    /// <summary>A file that is in PULPO's storage already.</summary>
    public static Change<BoxAttachment> Register(PulpoCall call, PackingBox box)
    {
        var sent = call.Changeset(call.Body);
        var row = new BoxAttachment
        {
            PackingBoxId = box.Id,
            Filename = sent.Text("filename", null),
            FileType = sent.Text("file_type", null),
            Extension = sent.Text("extension", null),
            Type = sent.Text("type", null),
            Path = sent.Text("id", null),
        };
        sent.Require("id", row.Path);
        return Add(call, sent, row);
    }

    private static BoxAttachment Required(Changeset sent, BoxAttachment row)
    {
        sent.Require("path", row.Path);
        sent.Require("filename", row.Filename);
        sent.Require("content_type", row.FileType);
        return row;
    }

    private static Change<BoxAttachment> Add(PulpoCall call, Changeset sent, BoxAttachment row)
    {
        if (row.Type is not (null or "photo" or "label")) sent.Fail("type", FieldError.Invalid);
        var box = call.World.PackingBoxes.Find(row.PackingBoxId)!;
        References.CheckWarehouse(call, sent, call.World.PackingOrders.Find(box.PackingOrderId)!.WarehouseId);
        return sent.Errors.Count > 0 ? Change<BoxAttachment>.Refuse(sent.Errors) : call.World.BoxAttachments.Add(row);
    }
}
