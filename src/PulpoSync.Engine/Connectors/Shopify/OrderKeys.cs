using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Finds the orders that a person means by a number, a name or a key.</summary>
internal sealed class OrderKeys(ShopifyClient client, ShopQueries queries)
{
    /// <summary>Their keys; empty: none.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.Length == 0) return [];
        if (Gid.IsOrder(text)) return [text];

        var (found, shop) = await ByNameAsync(text, text, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0 && $"{shop.Text("orderNumberFormatPrefix")}{text}{shop.Text("orderNumberFormatSuffix")}" is var name && name != text)
        {
            // The search knows names alone: a bare number may not find "#1001-A".
            (found, _) = await ByNameAsync(name, text, cancellationToken).ConfigureAwait(false);
        }

        return found.Count == 0 && text.All(char.IsAsciiDigit) ? await ByLegacyIdAsync(text, cancellationToken).ConfigureAwait(false) : found;
    }

    private async Task<(IReadOnlyList<string> Keys, JsonElement Shop)> ByNameAsync(string name, string wanted, CancellationToken cancellationToken)
    {
        var answer = await client.QueryAsync(
            ShopifyDocument.OrderKeysByName, new JsonObject { ["query"] = SearchTerm.Name(name) }, cancellationToken).ConfigureAwait(false);
        var keys = answer.Data!.Value.Get("orders")?.Items("nodes")
            .Where(node => Same(node.Text("name"), wanted) || Same(node.Text("number"), wanted))
            .Select(node => node.Text("id")!);
        return ([.. keys ?? []], answer.Data.Value.Get("shop") ?? default);
    }

    private async Task<IReadOnlyList<string>> ByLegacyIdAsync(string id, CancellationToken cancellationToken)
    {
        var nodes = await queries.ByIdsAsync([Gid.Order(id)], cancellationToken).ConfigureAwait(false);
        return [.. nodes.Select(node => node.Head.Text("id")!)];
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
