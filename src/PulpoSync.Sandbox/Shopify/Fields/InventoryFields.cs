namespace PulpoSync.Sandbox.Shopify;

/// <summary>Inventory items, stock levels and their changes.</summary>
internal static class InventoryFields
{
    public static void Register(FieldTable table)
    {
        RegisterItems(table);
        RegisterLevels(table);
        RegisterChanges(table);
    }

    private static void RegisterItems(FieldTable table)
    {
        table.For<InventoryItemView>("InventoryItem")
            .Add("id", item => item.Variant.InventoryItemGid)
            .Add("legacyResourceId", item => item.Variant.InventoryItemId)
            .Add("sku", item => item.Variant.Sku)
            .Add("duplicateSkuCount", (item, call) => Math.Max(0, call.Shop.WithSku(item.Variant.Sku).Count - 1))
            .Add("tracked", item => item.Variant.IsTracked)
            .Add("requiresShipping", item => item.Variant.RequiresShipping)
            .Add("unitCost", (item, call) => item.Variant.UnitCost is { } cost ? new Money(cost, call.Shop.Options.Currency) : null)
            .Add("measurement", item => new MeasurementView(item.Variant.InventoryItemId, item.Variant.Grams))
            .Add("countryCodeOfOrigin", item => item.Variant.CountryCodeOfOrigin)
            .Add("provinceCodeOfOrigin", _ => null)
            .Add("harmonizedSystemCode", item => item.Variant.HarmonizedSystemCode)
            .Add("inventoryLevel", (item, call) => Shown(item.Variant.LevelList.Find(l => l.Location.Id == IdOf(call, "locationId", "Location")), call))
            .Add("inventoryLevels", (item, call) => InventorySearch.Levels(call, item.Variant.LevelList, l => l.Location.LevelId))
            .Add("locationsCount", item => new Counted(item.Variant.Levels.Count(l => l.IsActive), true))
            .Add("variant", item => item.Variant)
            .Add("variants", (item, call) => call.Slice([item.Variant], v => v.Id))
            .Add("createdAt", item => item.Variant.CreatedAt)
            .Add("updatedAt", item => item.Variant.UpdatedAt);
        table.For<MeasurementView>("InventoryItemMeasurement")
            .Add("id", measurement => Gids.Of("InventoryItemMeasurement", measurement.Id))
            .Add("weight", measurement => new WeightView(measurement.Grams));
        table.For<WeightView>("Weight")
            .Add("unit", _ => "GRAMS")
            .Add("value", weight => (double)weight.Grams);
    }

    private static void RegisterLevels(FieldTable table)
    {
        table.For<Location>("Location")
            .Add("inventoryLevel", (location, call) => Shown(LevelAt(location, call), call))
            .Add("inventoryLevels", (location, call) => InventorySearch.Levels(
                call, call.Shop.Variants.Select(v => v.LevelList.Find(l => l.Location == location)).OfType<InventoryLevel>(), l => l.Variant.InventoryItemId));
        table.For<InventoryLevel>("InventoryLevel")
            .Add("id", level => level.Gid)
            .Add("isActive", level => level.IsActive)
            .Add("canDeactivate", level => level is { Committed: 0, Incoming: 0 } && level.Variant.Levels.Count(l => l.IsActive) > 1)
            .Add("deactivationAlert", _ => null)
            .Add("item", level => new InventoryItemView(level.Variant))
            .Add("location", level => level.Location)
            .Add("quantities", (level, call) => call.Arguments.GetTexts("names").Select(name => QuantityOf(level, name)).OfType<QuantityView>())
            .Add("createdAt", level => level.CreatedAt)
            .Add("updatedAt", level => level.UpdatedAt);
        table.For<QuantityView>("InventoryQuantity")
            .Add("id", quantity => $"{Gids.Of("InventoryQuantity", quantity.Level.Location.LevelId)}?inventory_item_id={quantity.Level.Variant.InventoryItemId}&name={quantity.Name}")
            .Add("name", quantity => quantity.Name)
            .Add("quantity", quantity => quantity.Quantity)
            // Seen: what is available has a time, what lies there and what is to come have none. The others are inferred.
            .Add("updatedAt", quantity => quantity.Name is "on_hand" or "incoming" ? null : quantity.Level.UpdatedAt);
    }

    private static void RegisterChanges(FieldTable table)
    {
        table.For<StockAdjustment>("InventoryAdjustmentGroup")
            .Add("id", group => Gids.Of("InventoryAdjustmentGroup", group.Id))
            .Add("createdAt", group => group.CreatedAt)
            .Add("reason", group => group.Reason)
            .Add("referenceDocumentUri", group => group.ReferenceDocumentUri)
            .Add("changes", (group, call) => group.Changes.Where(c => IsAmong(call, "quantityNames", c.Name)
                && IsAmong(call, "inventoryItemIds", c.Level.Variant.InventoryItemGid) && IsAmong(call, "locationIds", c.Level.Location.Gid)));
        table.For<StockChange>("InventoryChange")
            .Add("name", change => change.Name)
            .Add("delta", change => change.Delta)
            // Always null in what was seen.
            .Add("quantityAfterChange", _ => null)
            .Add("ledgerDocumentUri", _ => null)
            .Add("item", change => new InventoryItemView(change.Level.Variant))
            .Add("location", change => change.Level.Location);
    }

    private static InventoryLevel? LevelAt(Location location, FieldCall call) =>
        (QueryFields.Find(call, call.Get<string>("inventoryItemId"), "InventoryItem") as InventoryItemView)?.Variant.LevelList.Find(l => l.Location == location);

    private static InventoryLevel? Shown(InventoryLevel? level, FieldCall call) =>
        level is { Exists: true } && (level.IsActive || call.Get<bool>("includeInactive")) ? level : null;

    private static long? IdOf(FieldCall call, string argument, string type) =>
        Gids.Parse(call.Get<string>(argument)) is { } id && id.Type == type
            ? id.Id
            : throw new GraphQLException("RESOURCE_NOT_FOUND", $"Invalid id: {call.Get<string>(argument)}");

    private static QuantityView? QuantityOf(InventoryLevel level, string name) => level.Quantity(name) is { } quantity
        ? new QuantityView(level, name, quantity)
        // The wording is inferred.
        : throw new GraphQLException("BAD_REQUEST", $"Invalid quantity name: {name}");

    private static bool IsAmong(FieldCall call, string argument, string value) =>
        call.Arguments.GetTexts(argument) is var wanted && (wanted.Length == 0 || wanted.Contains(value));
}
