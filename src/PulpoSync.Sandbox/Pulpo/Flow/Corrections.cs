using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Corrections of stock, by a client or by people.</summary>
internal static class Corrections
{
    /// <summary>Checks and books what a client sends.</summary>
    public static Change<StockCorrection> Create(PulpoCall call, JsonElement body)
    {
        var sent = call.Changeset(body);
        var warehouse = sent.Integer("warehouse_id", null);
        sent.Require("warehouse_id", warehouse);
        References.CheckWarehouse(call, sent, warehouse);
        var items = sent.Parts("items", (part, _) => Read(call.World, part, warehouse));
        if (items is null or []) sent.Require("items", null);
        return sent.Errors.Count > 0 ? Change<StockCorrection>.Refuse(sent.Errors) : Book(call.World, warehouse!.Value, items!);
    }

    /// <summary>Adds goods to a position, or takes them off, because people found it so.</summary>
    public static Change<StockCorrection> Correct(PulpoWorld world, StockKey key, long delta, PulpoPlace place) =>
        StockBook.At(world, key, place) + delta < 0
            ? new FieldError("quantity", "would be less than nothing")
            : Book(world, key.WarehouseId, [new StockCorrectionItem { ProductId = key.ProductId, LocationId = world.Place(key.WarehouseId, place).Id, Quantity = delta }]);

    private static StockCorrectionItem Read(PulpoWorld world, Changeset sent, long? warehouse)
    {
        var (product, location, quantity) = (sent.Integer("product_id", null), sent.Integer("location_id", null), sent.Integer("quantity", null));
        sent.Require("product_id", product);
        sent.Require("location_id", location);
        sent.Require("quantity", quantity);
        if (product is { } id && world.Products.Find(id) is not { Deleted: false }) sent.Fail("product_id", FieldError.Missing);
        if (location is { } at && world.Locations.Find(at)?.WarehouseId != warehouse) sent.Fail("location_id", FieldError.Missing);
        var there = StockBook.Rows(world, product ?? 0).Where(s => s.LocationId == location && !s.IsPacked).Sum(s => s.Quantity);
        if (there + quantity < 0) sent.Fail("quantity", "would be less than nothing");
        return new StockCorrectionItem { ProductId = product ?? 0, LocationId = location ?? 0, Quantity = quantity ?? 0 };
    }

    private static StockCorrection Book(PulpoWorld world, long warehouse, IEnumerable<StockCorrectionItem> items)
    {
        var row = world.StockCorrections.Add(new StockCorrection { WarehouseId = warehouse, OwnerId = world.Users[0].Id });
        row = world.StockCorrections.Update(row with
        {
            SequenceNumber = $"SC-{row.Id}",
            Items = [.. items.Select(i => i with { Id = world.NextItemId(), StockCorrectionId = row.Id, InsertedAt = world.Now, UpdatedAt = world.Now })],
        });
        var cause = new StockCause("stock_mod", row.SequenceNumber, row.Id);
        foreach (var item in row.Items) StockBook.Adjust(world, item.ProductId, world.Locations.Find(item.LocationId)!, item.Quantity, cause);
        return row;
    }
}
