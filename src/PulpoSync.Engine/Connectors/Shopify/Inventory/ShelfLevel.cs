using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Inventory;

/// <summary>What one location has of an inventory item.</summary>
internal sealed record ShelfLevel(string Id, bool IsActive, int Available, int OnHand)
{
    /// <summary>The figure of a measure.</summary>
    public int Of(StockMeasure measure) => measure is StockMeasure.OnHand ? OnHand : Available;

    /// <summary>Shopify's word for a measure.</summary>
    public static string NameOf(StockMeasure measure) => measure is StockMeasure.OnHand ? "on_hand" : "available";

    /// <summary>Reads a level; null where there is none, or one that does not tell its figures.</summary>
    public static ShelfLevel? Read(JsonElement? level) =>
        level is { } one && one.Text("id") is { } id && Figure(one, StockMeasure.Available) is { } available && Figure(one, StockMeasure.OnHand) is { } onHand
            ? new ShelfLevel(id, one.Flag("isActive"), available, onHand)
            : null;

    private static int? Figure(JsonElement level, StockMeasure measure) =>
        level.Items("quantities").FirstOrDefault(quantity => quantity.Text("name") == NameOf(measure)).Count("quantity");
}
