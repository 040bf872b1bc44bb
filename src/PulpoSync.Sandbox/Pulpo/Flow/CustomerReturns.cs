namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods that customers send back.</summary>
internal static class CustomerReturns
{
    public const string DocumentType = "return";

    public static IEnumerable<IncomingGood> Find(PulpoWorld world, SalesOrder order) =>
        world.ReceiptsByOrder.Find(PulpoWorld.IdKey(order.Id)).Where(r => r.DocumentType == DocumentType);

    /// <summary>Receives goods of an order, never more than have been packed of it.</summary>
    public static Change<IncomingGood> Receive(PulpoWorld world, SalesOrder order, IReadOnlyList<ReturnedPieces> lines, string? notes)
    {
        var left = order.Items.ToDictionary(i => i.Id, i => i.FulfilledQuantity);
        foreach (var item in Find(world, order).SelectMany(r => r.Items)) TakeOff(left, order, item);
        List<IncomingGoodItem> items = [];
        foreach (var line in lines)
        {
            var wanted = line.Quantity;
            foreach (var item in order.Items.Where(i => OrderLines.IsMeant(world, i, line.Line)))
            {
                var part = Math.Min(wanted, left[item.Id]);
                if (part <= 0) continue;
                wanted -= part;
                left[item.Id] -= part;
                items.Add(ItemOf(world, order, item, part, line));
            }
            if (wanted > 0 || line.Quantity <= 0) return new FieldError("quantity", $"of {line.Line} is not what has left the warehouse");
        }
        if (items.Count == 0) return new FieldError("items", FieldError.Blank);
        var document = new IncomingGood
        {
            DocumentType = DocumentType,
            SalesOrderId = order.Id,
            WarehouseId = order.WarehouseId,
            ThirdPartyId = order.ThirdPartyId,
            MerchantId = order.MerchantId,
            MerchantChannelId = order.MerchantChannelId,
            Notes = notes,
        };
        return Receipts.Add(world, document, items);
    }

    /// <summary>Where goods of a return are put when nobody says where.</summary>
    public static PulpoPlace PlaceOf(PulpoWorld world, bool accepted) => accepted ? world.Options.ReturnPlace : PulpoPlace.Return;

    // Goods of a client's that name no line are taken for those of the first line that has some.
    private static void TakeOff(Dictionary<long, long> left, SalesOrder order, IncomingGoodItem returned)
    {
        var quantity = returned.Quantity;
        var lines = order.Items.Where(i => i.ProductId == returned.ProductId && (returned.LineOrderId is null || i.LineOrderId == returned.LineOrderId));
        foreach (var line in lines)
        {
            var part = Math.Min(quantity, left[line.Id]);
            left[line.Id] -= part;
            quantity -= part;
        }
    }

    private static IncomingGoodItem ItemOf(PulpoWorld world, SalesOrder order, SalesItem item, long quantity, ReturnedPieces line) => new()
    {
        ProductId = item.ProductId!.Value,
        Quantity = quantity,
        State = line.Accepted ? "accepted" : "rejected",
        DestinationLocationId = world.Place(order.WarehouseId, PlaceOf(world, line.Accepted)).Id,
        LineOrderId = item.LineOrderId,
        Notes = line.Notes,
        ReasonCodes = [.. line.Reasons.Select(code => Seeder.Reason(world, code))],
    };
}
