using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>
/// Whose a product is, and what of its lists we have put there ourselves: its attributes name source account and variant. What is in a list and not noted
/// here was added by people and stays.
/// </summary>
/// <param name="Account">Source account.</param>
/// <param name="Key">The source's key of the variant.</param>
/// <param name="Barcodes">Barcodes that came from it.</param>
/// <param name="Categories">Ids of categories that came from it.</param>
internal sealed record PulpoProductMark(string Account, string Key, IReadOnlyList<string> Barcodes, IReadOnlyList<string> Categories)
{
    private const string AccountField = "source_account";
    private const string KeyField = "source_variant";
    private const string BarcodesField = "source_barcodes";
    private const string CategoriesField = "source_categories";

    /// <summary>The mark that attributes hold; null: none.</summary>
    public static PulpoProductMark? Of(JsonElement? attributes) =>
        PulpoAttributes.Object(attributes) is { } there && PulpoAttributes.Value(there, AccountField) is { } account && PulpoAttributes.Value(there, KeyField) is { } key
            ? new PulpoProductMark(account, key, Texts(there, BarcodesField), Texts(there, CategoriesField))
            : null;

    /// <summary>Attributes with this mark, added to those that are there.</summary>
    public JsonObject With(JsonElement? existing)
    {
        var attributes = new JsonObject();
        foreach (var (name, value) in PulpoAttributes.Copy(existing)) attributes[name] = JsonSerializer.SerializeToNode(value, PulpoJson.Default.JsonElement);
        attributes[AccountField] = Account;
        attributes[KeyField] = Key;
        attributes[BarcodesField] = List(Barcodes);
        attributes[CategoriesField] = List(Categories);
        return attributes;
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static List<string> Texts(JsonElement attributes, string name) => attributes.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Select(text => text.ToString())]
        : [];
}
