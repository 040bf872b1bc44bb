using System.Buffers;
using System.Text.Json;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Products;

/// <summary>What counts as the content of a destination's product: everything that is written, and nothing else. Stock and state are not.</summary>
internal static class ProductContent
{
    /// <summary>Hash of a product that carries its entry.</summary>
    public static string Hash(Product product, IKeyedHash hash)
    {
        var entry = product.Entry!;
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var text in new[] { entry.Sku, product.Title, product.Description, product.HsCode, product.OriginCountry, entry.Supplier }) json.WriteStringValue(text);
            foreach (var number in new[] { entry.Price, product.Weight, product.Length, product.Width, product.Height }) Number(json, number);
            Texts(json, product.Barcodes);
            Texts(json, entry.Categories);
            json.WriteEndArray();
        }

        return hash.Of(buffer.WrittenSpan);
    }

    private static void Texts(Utf8JsonWriter json, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var text in texts.Order(StringComparer.Ordinal)) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, decimal? number)
    {
        // 4.20 and 4.2 are the same.
        if (number is { } value) json.WriteNumberValue(value / 1.0000000000000000000000000000m);
        else json.WriteNullValue();
    }
}
