using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>What is sent of a product: to make one, and to bring one that is there to the shop's content without touching the rest.</summary>
internal static class PulpoProductContent
{
    /// <summary>A product to make. Units are those that other clients in the field send: PULPO does not say what it can be without.</summary>
    public static JsonObject New(PulpoProductWork work, long? merchant, long? channel)
    {
        var body = Ours(work, null);
        body["active"] = true;
        body["management_type"] = work.Entry.Tracking switch { ProductTracking.Lot => "lot", ProductTracking.Serial => "serial", _ => "none" };
        foreach (var unit in new[] { "units_per_sales_package", "units_per_purchase_package", "minimum_sales_unit", "minimum_purchase_unit" }) body[unit] = 1;
        foreach (var unit in new[] { "sales_measure_units", "purchase_measure_units" }) body[unit] = "piece";
        if (merchant is not null) body["merchant_id"] = merchant;
        if (channel is not null) body["merchant_channel_ids"] = new JsonArray(JsonValue.Create(channel.Value));
        return body;
    }

    /// <summary>The whole product as it has to be; null where it is so already.</summary>
    public static JsonObject? Changed(PulpoProductWork work, PulpoStoredProduct there)
    {
        var ours = Ours(work, there);
        if (ours.All(field => Same(field.Key, field.Value, there))) return null;
        var body = there.SentBack();
        foreach (var (name, value) in ours) body[name] = value?.DeepClone();
        return body;
    }

    // Only what the source says: what it leaves open stays as it is.
    private static JsonObject Ours(PulpoProductWork work, PulpoStoredProduct? there)
    {
        var (product, entry, mark) = (work.Product, work.Entry, there?.Mark);
        var categories = Merged(there?.Categories?.Select(Text), mark?.Categories, work.Categories?.Select(Text));
        var body = new JsonObject { ["sku"] = entry.Sku, ["name"] = product.Title };
        foreach (var (name, text) in new[] { ("description", product.Description), ("hs_code", product.HsCode), ("origin_country", product.OriginCountry) })
        {
            if (text is not null) body[name] = text;
        }

        foreach (var (name, number) in new[]
        {
            ("cost_price", entry.Price), ("weight", product.Weight), ("length", product.Length), ("width", product.Width), ("height", product.Height),
        })
        {
            if (number is not null) body[name] = number;
        }

        body["barcodes"] = new JsonArray([.. Merged(there?.Barcodes, mark?.Barcodes, product.Barcodes).Select(code => JsonValue.Create(code))]);
        if (work.Categories is not null || there is null)
        {
            body["product_categories"] = new JsonArray([.. categories.Select(id => new JsonObject { ["id"] = long.Parse(id, CultureInfo.InvariantCulture) })]);
        }

        // The default supplier is for products that have none: one that people chose stays.
        if (work.Supplier is not null && there?.Member("third_party_id") is null) body["third_party_id"] = work.Supplier;
        body["attributes"] = new PulpoProductMark(
            work.Ref.SourceAccount, work.Ref.SourceKey, product.Barcodes, work.Categories is null ? mark?.Categories ?? [] : [.. work.Categories.Select(Text)])
            .With(there?.Attributes);
        return body;
    }

    // What is there, without what we put there and no longer want, and what is new. Null: nothing changes.
    private static IEnumerable<string> Merged(IEnumerable<string>? there, IEnumerable<string>? ours, IEnumerable<string>? wanted)
    {
        if (wanted is null) return there ?? [];
        var now = wanted.ToList();
        return (there ?? []).Where(one => now.Contains(one) || ours?.Contains(one) != true).Union(now, StringComparer.Ordinal);
    }

    private static bool Same(string name, JsonNode? ours, PulpoStoredProduct there) => name switch
    {
        "barcodes" => there.Barcodes.SequenceEqual(ours!.AsArray().Select(code => code!.GetValue<string>())),
        "product_categories" => there.Categories?.SequenceEqual(ours!.AsArray().Select(category => category!["id"]!.GetValue<long>())) == true,
        "attributes" => PulpoAttributes.Object(there.Attributes) is { } attributes
            && JsonNode.DeepEquals(ours, JsonSerializer.SerializeToNode(attributes, PulpoJson.Default.JsonElement)),
        _ => there.Member(name) is { } value && SameValue(value, ours!.AsValue()),
    };

    // Numbers may come as text, and 4.20 is 4.2.
    private static bool SameValue(JsonElement there, JsonValue ours) => ours.TryGetValue<string>(out var text)
        ? there.ToString() == text
        : decimal.TryParse(there.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.TryParse(ours.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted) && number == wanted;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
