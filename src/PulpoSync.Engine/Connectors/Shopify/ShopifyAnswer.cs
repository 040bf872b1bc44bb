using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>An answer with all it says: partial data is not thrown away because errors stand beside it.</summary>
/// <remarks>
/// What was read of it does not outlive it. Pages are disposed of, because they are many and large: their memory is used again for the next one. A single
/// answer may as well be left to itself.
/// </remarks>
internal sealed class ShopifyAnswer : IDisposable
{
    private readonly JsonDocument _json;

    private ShopifyAnswer(JsonDocument json) => _json = json;

    /// <summary>The data; null where there is none.</summary>
    public JsonElement? Data { get; private init; }

    /// <summary>True where there is no data, or nothing in it.</summary>
    public bool IsBare => Data is not { } data || data.EnumerateObject().All(one => one.Value.ValueKind is JsonValueKind.Null);

    /// <summary>Errors beside or instead of the data.</summary>
    public IReadOnlyList<ShopifyError> Errors { get; private init; } = [];
    /// <summary>Fields of a search query that Shopify did not understand and ignored.</summary>
    public IReadOnlyList<string> IgnoredSearchFields { get; private init; } = [];
    /// <summary>Cost and bucket, where told.</summary>
    public ShopifyCost? Cost { get; private init; }
    /// <summary>Shopify's id of the request, for its support.</summary>
    public string? RequestId { get; private init; }
    /// <summary>The API version that answered; another than the one asked for where that is no longer served.</summary>
    public string? ServedVersion { get; private init; }
    /// <summary>Why what was asked is deprecated, where Shopify says so.</summary>
    public string? DeprecatedReason { get; private init; }

    /// <summary>When it was answered, by Shopify's clock; null where it is not told.</summary>
    public DateTimeOffset? AnsweredAt { get; private init; }

    /// <summary>True where a smaller page may help.</summary>
    public bool IsTooLarge => Errors.Any(error => error.IsTooLarge);

    public static ShopifyAnswer Read(HttpReply reply, JsonDocument json)
    {
        var root = json.RootElement;
        return new ShopifyAnswer(json)
        {
            // Data of another kind are none: of each part it would be said that it is not there.
            Data = root.Get("data") is { ValueKind: JsonValueKind.Object } data ? data : null,
            Errors = [.. root.Items("errors").Select(ShopifyError.Read)],
            IgnoredSearchFields =
            [
                .. root.Get("extensions") is { } extensions
                    ? extensions.Items("search").SelectMany(search => search.Items("warnings")).Select(warning => warning.Text("field") ?? "?")
                    : [],
            ],
            Cost = ShopifyCost.Read(root),
            RequestId = reply.Header("X-Request-Id"),
            ServedVersion = reply.Header("X-Shopify-API-Version"),
            DeprecatedReason = reply.Header("X-Shopify-API-Deprecated-Reason"),
            AnsweredAt = DateTimeOffset.TryParse(reply.Header("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
        };
    }

    public void Dispose() => _json.Dispose();
}
