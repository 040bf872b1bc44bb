using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Checks and books goods that a client says have come in. PULPO declares the fields only; what has to be there is inferred.</summary>
internal static class ReceiptWriter
{
    public static Change<IncomingGood> Create(PulpoCall call, JsonElement body)
    {
        var (world, sent) = (call.World, call.Changeset(body));
        var order = sent.Integer("sales_order_id", null) is { } id ? world.SalesOrders.Find(id) : null;
        var row = new IncomingGood
        {
            DocumentType = sent.Text("document_type", "none") ?? "none",
            WarehouseId = sent.Integer("warehouse_id", order?.WarehouseId),
            PurchaseOrderId = sent.Integer("purchase_order_id", null),
            SalesOrderId = sent.Integer("sales_order_id", null),
            ThirdPartyId = sent.Integer("third_party_id", order?.ThirdPartyId),
            StartDate = sent.Time("start_date", null),
            EndDate = sent.Time("end_date", null),
            Criterium = sent.Text("criterium", null),
            Notes = sent.Text("notes", null, unlimited: true),
            MerchantId = sent.Integer("merchant_id", order?.MerchantId ?? world.DefaultMerchant?.Id),
            MerchantChannelId = sent.Integer("merchant_channel_id", order?.MerchantChannelId),
            ReasonCodes = Reasons(world, sent),
        };
        sent.Require("warehouse_id", row.WarehouseId);
        if (row.DocumentType is not ("none" or "purchase_order" or CustomerReturns.DocumentType)) sent.Fail("document_type", FieldError.Invalid);
        if (row.SalesOrderId is not null && order is null) sent.Fail("sales_order_id", FieldError.Missing);
        References.CheckWarehouse(call, sent, row.WarehouseId);
        References.CheckThirdParty(world, sent, row.ThirdPartyId);
        References.CheckMerchant(world, sent, row.MerchantId, row.MerchantChannelId);
        if (sent.Errors.Count > 0) return Change<IncomingGood>.Refuse(sent.Errors);

        var items = sent.Parts("items", (part, _) => Item(world, part, row));
        if (items is null or []) sent.Require("items", null);
        return sent.Errors.Count > 0 ? Change<IncomingGood>.Refuse(sent.Errors) : Receipts.Add(world, row, items!);
    }

    private static IncomingGoodItem Item(PulpoWorld world, Changeset sent, IncomingGood document)
    {
        var state = sent.Text("state", "accepted");
        var isReturn = document.DocumentType == CustomerReturns.DocumentType || state == "rejected";
        var place = isReturn ? CustomerReturns.PlaceOf(world, state == "accepted") : PulpoPlace.Reception;
        var product = sent.Integer("product_id", null);
        var item = new IncomingGoodItem
        {
            ProductId = product ?? 0,
            Quantity = sent.Integer("quantity", null) ?? 0,
            State = state ?? "",
            BatchId = sent.Integer("batch_id", null),
            DestinationLocationId = sent.Integer("destination_location_id", world.Place(document.WarehouseId, place).Id),
            LineOrderId = sent.Text("line_order_id", null),
            LineItemNumber = sent.Text("line_item_number", null),
            Notes = sent.Text("notes", null, unlimited: true),
            ReasonCodes = Reasons(world, sent),
        };
        sent.Require("product_id", product);
        if (product is { } id && world.Products.Find(id) is not { Deleted: false }) sent.Fail("product_id", FieldError.Missing);
        if (item.Quantity <= 0) sent.Fail("quantity", "must be greater than 0");
        if (item.State is not ("accepted" or "rejected")) sent.Fail("state", FieldError.Invalid);
        if (item.BatchId is { } batch && world.Batches.Find(batch)?.ProductId != product) sent.Fail("batch_id", FieldError.Missing);
        if (world.Locations.Find(item.DestinationLocationId ?? 0)?.WarehouseId != document.WarehouseId) sent.Fail("destination_location_id", FieldError.Missing);
        return item;
    }

    private static IReadOnlyList<ReasonCode> Reasons(PulpoWorld world, Changeset sent) =>
        sent.Parts("reason_codes", (part, _) => Reason(world, part)) is { } reasons ? [.. reasons.OfType<ReasonCode>()] : [];

    private static ReasonCode? Reason(PulpoWorld world, Changeset part)
    {
        var found = part.Integer("id", null) is { } id ? world.ReasonCodes.Find(id) : null;
        if (found is null) part.Fail("id", FieldError.Missing);
        return found;
    }
}
