using System.Globalization;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Connectors.Billbee.Orders;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Stock;

/// <summary>
/// Tells of which articles orders were placed, changed or called off. Billbee moves its own figure with its orders, and the warehouse may not follow: what was
/// picked for an order that is called off is not for sale before somebody has put it back, while Billbee gives it back at once.
/// </summary>
/// <remarks>Not told: what was taken out of an order that goes on, because the order does not name it any more.</remarks>
internal sealed class OrderedWatch(BillbeeOrderSource orders, TimeProvider time) : IWatch
{
    // Longer than any zone is away, so that even an account without a recent order misses nothing between two looks.
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public async IAsyncEnumerable<WatchPage> ChangedAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = Time(cursor);
        var walk = orders.Walk(new ReadRequest { Cursor = seen is null ? null : cursor, StartFrom = time.GetUtcNow() - FirstLook });
        await foreach (var changed in walk.FreshAsync(cancellationToken).ConfigureAwait(false))
        {
            // The walk begins earlier than the last one ended; what that one has seen is compared by Billbee's own times.
            var skus = changed.Where(read => !(read.ModifiedAt <= seen)).SelectMany(read => read.Order?.Lines ?? []).Select(line => line.Sku?.Trim()).OfType<string>();
            if (skus.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } moved) yield return new WatchPage(moved, null);
        }

        yield return new WatchPage([], walk.Cursor);
    }

    // The cursor is another's where the setting was changed meanwhile.
    private static DateTimeOffset? Time(string? cursor) => DateTimeOffset.TryParseExact(
        cursor, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
