using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Catalog;

/// <summary>Turns Billbee's articles into canonical products. Tolerant as all reading is.</summary>
internal sealed class BillbeeProductReader(string? language)
{
    /// <summary>Word for an article that is sold.</summary>
    public const string Active = "ACTIVE";

    /// <summary>Word for one that was switched off.</summary>
    public const string Deactivated = "DEACTIVATED";

    private static readonly string[] CategoryNames = ["Category1", "Category2", "Category3"];

    private readonly BillbeeText _text = new(language);

    /// <summary>
    /// The product. Whether others have its SKU is not known here. A bill of materials is an article with a SKU of its own, as orders name it: what it is
    /// made of is the warehouse's business.
    /// </summary>
    public Product Read(JsonElement article)
    {
        var (key, sku) = (article.Text("Id") ?? "", Text(article, "SKU"));
        return new Product
        {
            Key = key,
            ProductKey = key,
            // Billbee does not tell when an article was changed: each run reads all, and what they hold is compared.
            UpdatedAt = DateTimeOffset.UnixEpoch,
            Sku = sku,
            Title = _text.Of(article, "Title") ?? sku ?? $"Article {key}",
            Description = _text.PlainOf(article, "Description"),
            Barcodes = Text(article, "EAN") is { } ean ? [ean] : [],
            Price = article.Amount("Price"),
            Cost = article.Amount("CostPrice"),
            Weight = Measure(article, "Weight") is { } grams ? grams / 1000 : null,
            Length = Measure(article, "LengthCm"),
            Width = Measure(article, "WidthCm"),
            Height = Measure(article, "HeightCm"),
            Tags = [.. _text.Words(article, "Tags").Concat(Categories(article)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Status = article.Flag("IsDeactivated") ? Deactivated : Active,
            RequiresShipping = !article.Flag("IsDigital"),
            HsCode = Text(article, "TaricNumber"),
            OriginCountry = Text(article, "CountryOfOrigin")?.ToUpperInvariant(),
        };
    }

    private static IEnumerable<string> Categories(JsonElement article) =>
        CategoryNames.Select(name => article.Get(name) is { } category ? Text(category, "Name") : null).OfType<string>();

    private static string? Text(JsonElement owner, string name) => owner.Text(name)?.Trim() is { Length: > 0 } text ? text : null;

    // 0 is what stands there where nobody has entered one.
    private static decimal? Measure(JsonElement article, string name) => article.Amount(name) is { } value and > 0 ? value : null;
}
