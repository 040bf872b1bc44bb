using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>A product as PULPO has it, whole: what we do not manage has to survive our updates.</summary>
internal sealed class PulpoStoredProduct(JsonElement whole)
{
    /// <summary>Id as text.</summary>
    public string Id { get; } = TextOf(whole, "id") ?? "";

    public string? Sku { get; } = TextOf(whole, "sku");

    public long? MerchantId { get; } = long.TryParse(TextOf(whole, "merchant_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Its attributes, as they are.</summary>
    public JsonElement? Attributes => Member("attributes");

    /// <summary>Whose it is; null: nobody of ours has marked it.</summary>
    public PulpoProductMark? Mark => PulpoProductMark.Of(Attributes);

    /// <summary>Barcodes, which come as texts, perhaps as objects.</summary>
    public IReadOnlyList<string> Barcodes => [.. Items("barcodes").Select(code => code.ValueKind == JsonValueKind.Object ? TextOf(code, "barcode") : code.ToString()).OfType<string>()];

    /// <summary>Ids of its categories; null where one of them has none that could be sent back.</summary>
    public IReadOnlyList<long>? Categories
    {
        get
        {
            var ids = Items("product_categories").Select(category => long.TryParse(TextOf(category, "id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null).ToList();
            return ids.Contains(null) ? null : [.. ids.OfType<long>()];
        }
    }

    /// <summary>A field; null where it is missing or null.</summary>
    public JsonElement? Member(string name) => whole.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>What of it is sent back with an update, which takes the whole entity.</summary>
    public JsonObject SentBack()
    {
        var body = new JsonObject();
        foreach (var field in whole.EnumerateObject().Where(PulpoAssumptions.IsSentBack)) body[field.Name] = JsonSerializer.SerializeToNode(field.Value, PulpoJson.Default.JsonElement);
        return body;
    }

    public static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    private List<JsonElement> Items(string name) => Member(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
