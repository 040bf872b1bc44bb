using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// One entry of a mutation's <c>userErrors</c>, or of any list whose name ends so (<c>orderCancelUserErrors</c>): what Shopify did not do, and why. Its
/// text may hold anything and is only compared with texts that are known, never kept.
/// </summary>
/// <param name="Code">Shopify's code; null where the mutation has none.</param>
/// <param name="Field">Path of the input that it blames, numbers as text.</param>
/// <param name="Text">Shopify's own words.</param>
internal sealed record ShopifyUserError(string? Code, IReadOnlyList<string> Field, string Text)
{
    /// <summary>Code for a request whose key belongs to one that has not ended.</summary>
    public const string StillAtWork = "IDEMPOTENCY_CONCURRENT_REQUEST";

    /// <summary>The errors of all payloads of an answer's data.</summary>
    public static IEnumerable<ShopifyUserError> OfAll(JsonElement? data) =>
        data is { ValueKind: JsonValueKind.Object } payloads ? payloads.EnumerateObject().SelectMany(payload => Read(payload.Value)) : [];

    /// <summary>The errors of a mutation's payload.</summary>
    public static IReadOnlyList<ShopifyUserError> Read(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } fields) return [];
        return
        [
            .. from field in fields.EnumerateObject()
               where field.Name.EndsWith("serErrors", StringComparison.Ordinal)
               from error in fields.Items(field.Name)
               select new ShopifyUserError(error.Text("code"), [.. error.Items("field").Select(step => step.AsText() ?? "")], error.Text("message") ?? ""),
        ];
    }

    /// <summary>Index of the entry of a list in the input that the error blames; null where it blames none.</summary>
    /// <param name="list">Name of the list, such as <c>quantities</c>.</param>
    public int? IndexIn(string list)
    {
        for (var i = 0; i + 1 < Field.Count; i++)
        {
            if (Field[i] == list && int.TryParse(Field[i + 1], out var index)) return index;
        }

        return null;
    }

    /// <summary>Code and field for a message: nothing of Shopify's own words.</summary>
    public override string ToString() => $"{Code ?? "refused"}{(Field.Count == 0 ? "" : $" at {string.Join('.', Field)}")}";
}
