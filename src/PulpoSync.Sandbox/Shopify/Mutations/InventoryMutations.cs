namespace PulpoSync.Sandbox.Shopify;

/// <summary>What apps may do to stock. Codes, fields and texts are those seen in answers, or the schema's own descriptions of its codes.</summary>
internal static class InventoryMutations
{
    private const int Most = 1_000_000_000;

    public static void Register(FieldTable table)
    {
        table.For<Root>("Mutation")
            .Add("inventorySetQuantities", Idempotency.Once(SetQuantities))
            .Add("inventoryActivate", Idempotency.Once(Activate));
        table.ForPayload("InventorySetQuantitiesPayload", "inventoryAdjustmentGroup");
        table.ForPayload("InventoryActivatePayload", "inventoryLevel");
        table.ForErrors("InventorySetQuantitiesUserError").Add("code", error => error.Code);
    }

    private static Payload SetQuantities(FieldCall call)
    {
        var request = StockRequest.Read(call);
        if (request.Errors.Count > 0) return new Payload(null, [.. request.Errors]);
        var changes = new List<StockChange>();
        foreach (var entry in request.Entries)
        {
            var delta = entry.Quantity - entry.Before;
            // Where it is not stocked it succeeds all the same, and makes a level that is not active.
            var level = call.Shop.LevelOf(entry.Variant!, entry.Location!);
            if (delta == 0 && level.Exists) continue;
            call.Shop.Change(level, level is { Exists: true, IsActive: true }, l => l.Available += entry.Quantity - l.Quantity(request.Name)!.Value);
            changes.AddRange([new StockChange(level, "available", delta), new StockChange(level, "on_hand", delta)]);
        }
        return new Payload(changes.Count == 0 ? null : call.Shop.Record(request.Reason, request.ReferenceDocumentUri, changes));
    }

    private static Payload Activate(FieldCall call)
    {
        if (Targets.Find<InventoryItemView>(call, call.Get<string>("inventoryItemId"), "InventoryItem") is not { } item)
            return new Payload(null, new UserErrorView(["inventoryItemId"], "The specified inventory item could not be found."));
        if (Targets.Find<Location>(call, call.Get<string>("locationId")) is not { } location)
            return new Payload(null, new UserErrorView(["locationId"], "The specified location could not be found."));
        var (available, onHand) = (call.GetInt("available"), call.GetInt("onHand"));
        var level = call.Shop.LevelOf(item.Variant, location);
        if (level is { Exists: true, IsActive: true })
        {
            return available is null && onHand is null ? new Payload(level) : new Payload(level, available is not null
                ? new UserErrorView(["available"], "Not allowed to set available quantity when the item is already active at the location.")
                : new UserErrorView(["onHand"], "Not allowed to set an on_hand quantity when the item is already active at the location."));
        }
        var stocked = $"The product couldn't be stocked at {location.Name} because";
        if (available is not null && onHand is not null)
        {
            var both = $"{stocked} not allowed to set available and on_hand quantities at the same time.";
            return new Payload(null, new UserErrorView(["available"], both), new UserErrorView(["onHand"], both));
        }
        if ((available ?? onHand) is < -Most or > Most)
            return new Payload(null, new UserErrorView([available is null ? "onHand" : "available"], $"{stocked} the quantity needs to be between -1 billion and 1 billion."));
        return new Payload(call.Shop.Change(level, isActive: true, l => l.Available = available ?? (onHand is { } lies ? lies + l.Available - l.OnHand : l.Available)));
    }
}
