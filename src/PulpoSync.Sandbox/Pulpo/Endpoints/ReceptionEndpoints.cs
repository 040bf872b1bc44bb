namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods that came in, the returns of an order, and the reasons for them.</summary>
internal static class ReceptionEndpoints
{
    // The warehouse is no declared filter, but clients use it.
    private static readonly Resource<IncomingGood> Receipts = new("incoming_goods", w => w.IncomingGoods,
        Fields.Integer<IncomingGood>("purchase_order_id", r => r.PurchaseOrderId),
        Fields.Integer<IncomingGood>("warehouse_id", r => r.WarehouseId),
        Fields.Integer<IncomingGood>("owner_id", r => r.OwnerId),
        Fields.Integer<IncomingGood>("merchant_id", r => r.MerchantId),
        Fields.Text<IncomingGood>("document_type", r => r.DocumentType),
        Fields.Text<IncomingGood>("sequence_number", r => r.SequenceNumber),
        Fields.Time<IncomingGood>("start_date", r => r.StartDate),
        Fields.Time<IncomingGood>("end_date", r => r.EndDate))
    {
        Embed = Embed,
    };

    private static readonly Resource<ReasonCode> Reasons = new("reason_codes", w => w.ReasonCodes,
        Fields.Text<ReasonCode>("code", r => r.Code),
        Fields.Text<ReasonCode>("name", r => r.Name),
        Fields.Flag<ReasonCode>("active", r => r.Active),
        Fields.Texts<ReasonCode>("process_name", r => r.AllowedProcesses));

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "reception/incoming_goods", Receipts.List),
        new("POST", "reception/incoming_goods", Create),
        new("GET", "reception/incoming_goods/{id}", Receipts.Show),
        new("GET", "sales/orders/{id}/returns", OfOrder),
        new("GET", "reasons", Reasons.List),
    ];

    private static IncomingGood Embed(PulpoWorld world, IncomingGood row) =>
        row with { Items = [.. row.Items.Select(i => i with { Product = world.Products.Find(i.ProductId) })] };

    private static PulpoAnswer Create(PulpoCall call)
    {
        var change = ReceiptWriter.Create(call, call.Body);
        return change.Row is { } row ? Receipts.Show(call, row, StatusCodes.Status201Created) : call.Refused(change.Errors);
    }

    private static PulpoAnswer OfOrder(PulpoCall call)
    {
        if (call.World.SalesOrders.Find(call.Id()) is not { } order) return call.MissingId();
        var rows = CustomerReturns.Find(call.World, order).Select(r => Embed(call.World, r)).ToList();
        return ListAnswer.Of(call.Options.OrderReturnsShape, "incoming_goods", rows, rows.Count);
    }
}
