using System.Runtime.CompilerServices;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Billbee.Catalog;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Stock;

/// <summary>
/// Tells of which articles something is reserved, or was when it was last looked. What Billbee takes off is what was reserved at that moment: goods that were packed
/// and not shipped in Billbee yet are taken off on both sides, and nothing would put that right once they are shipped, because the warehouse has changed already.
/// </summary>
internal sealed class ReservedWatch(BillbeeArticles articles) : IWatch
{
    /// <inheritdoc/>
    /// <remarks>The cursor is the SKUs.</remarks>
    public async IAsyncEnumerable<WatchPage> ChangedAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var page in articles.WalkAsync(Reserved, null, cancellationToken).ConfigureAwait(false)) now.UnionWith(page.OfType<string>());
        yield return new WatchPage([.. now.Union(cursor?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [], StringComparer.Ordinal)], string.Join('\n', now));
    }

    private static string? Reserved(JsonElement article) =>
        article.Items("Stocks").Any(stock => stock.Amount("UnfulfilledAmount") > 0) && article.Text("SKU")?.Trim() is { Length: > 0 } sku ? sku : null;
}
