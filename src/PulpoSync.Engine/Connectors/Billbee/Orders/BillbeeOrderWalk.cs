using System.Globalization;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Orders;

/// <summary>
/// Reads all orders that were changed since a moment, although Billbee promises no order of the pages and goes on changing orders meanwhile. A change never takes
/// an order out of "changed since": so all were seen when as many were seen as Billbee counts in the end. Else what came meanwhile is looked at, and if the
/// count is still another, an order has slipped from one page to another and the list is walked again. What was changed after it was seen is newer than
/// <see cref="Cursor"/>, and comes with the next run.
/// </summary>
/// <param name="read">Reads a page.</param>
/// <param name="request">What to read.</param>
/// <param name="pageSize">Orders per page.</param>
/// <param name="time">Clock; little but durations is taken from it, because Billbee's times have no zone.</param>
internal sealed class BillbeeOrderWalk(BillbeeOrderWalk.ReadPage read, ReadRequest request, int pageSize, TimeProvider time)
{
    // Pages that give nothing but what the walk has had already; a list that is turned over between two pages has one or two.
    private const int MostRepeats = 3;

    // No zone is further away than that.
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    private readonly DateTimeOffset? _cursor = request.Cursor is { } cursor ? Parse(cursor) : null;
    private readonly long _started = time.GetTimestamp();
    private readonly Dictionary<string, DateTimeOffset> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private DateTimeOffset? _greatest;
    private int _total;
    private bool _hasShrunk;

    /// <summary>Reads a page of the orders changed since a moment.</summary>
    internal delegate Task<BillbeePage<BillbeeReadOrder>> ReadPage(DateTimeOffset since, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Changes since then are read.</summary>
    public DateTimeOffset Since { get; } = request.Since ?? (request.Cursor is { } from ? Parse(from) - BillbeeAssumptions.Overlap : request.StartFrom);

    /// <summary>Where the next run may start, once all was given; null while nothing was ever seen.</summary>
    public string? Cursor => (_cursor > SafeTime ? _cursor : SafeTime ?? _cursor)?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    // What was changed since the walk began is not older than that, by Billbee's own clock.
    private DateTimeOffset? SafeTime => _greatest - time.GetElapsedTime(_started);

    private bool IsWhole => !_hasShrunk && _seen.Count == _total;

    /// <summary>The orders, page by page as they are read, each again only where it has changed meanwhile.</summary>
    /// <exception cref="FailureException">The list does not come to rest, leads in circles, or is not what was asked for.</exception>
    public async IAsyncEnumerable<IReadOnlyList<BillbeeReadOrder>> FreshAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var walk = 0; walk < BillbeeAssumptions.MostWalks; walk++)
        {
            // What was taken away without a trace would be counted for one that was missed.
            if (_hasShrunk || _seen.Count > _total) _seen.Clear();
            _hasShrunk = false;
            await foreach (var fresh in PagesAsync(Since, cancellationToken).ConfigureAwait(false)) yield return fresh;
            for (var look = 0; look < BillbeeAssumptions.MostLooks && !_hasShrunk && _seen.Count < _total; look++)
            {
                var before = _seen.Count;
                if (SafeTime - BillbeeAssumptions.Overlap is not { } later || later <= Since) break;
                await foreach (var fresh in PagesAsync(later, cancellationToken).ConfigureAwait(false)) yield return fresh;
                Count((await read(Since, 1, 1, cancellationToken).ConfigureAwait(false)).TotalRows);
                // Nothing has come: then one was missed.
                if (_seen.Count == before) break;
            }

            if (IsWhole) yield break;
        }

        throw new FailureException(new Failure(
            FailureKind.Transient, "ListUnsteady",
            $"Billbee's orders changed too fast to read all of them: {_seen.Count} were seen of {_total} in {BillbeeAssumptions.MostWalks} walks. The next run tries again."));
    }

    private async IAsyncEnumerable<IReadOnlyList<BillbeeReadOrder>> PagesAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        var (number, repeats) = (0, 0);
        BillbeePage<BillbeeReadOrder> page;
        do
        {
            page = await read(since, ++number, pageSize, cancellationToken).ConfigureAwait(false);
            if (since == Since) Count(page.TotalRows);
            Check(page.Items, since);
            var before = here.Count;
            here.UnionWith(page.Items.Select(order => order.Key));
            repeats = page.Items.Count > 0 && here.Count == before ? repeats + 1 : 0;
            if (repeats == MostRepeats) throw Protocol("PagingStuck", "Billbee gives the same orders page after page.");
            if (page.Items.Where(IsFresh).ToList() is { Count: > 0 } fresh) yield return fresh;
        }
        while (number < page.TotalPages && page.Items.Count > 0);
    }

    private void Count(int total)
    {
        _hasShrunk |= total < _total;
        _total = total;
    }

    private bool IsFresh(BillbeeReadOrder order)
    {
        _seen.Add(order.Key);
        // Without a time it cannot be read; that is said each time.
        if (order.ModifiedAt is not { } modifiedAt) return true;
        // One from the future would blind all later runs.
        if ((_greatest is null || modifiedAt > _greatest) && modifiedAt - time.GetUtcNow() < MostAhead) _greatest = modifiedAt;
        if (_given.TryGetValue(order.Key, out var given) && given >= modifiedAt) return false;
        _given[order.Key] = modifiedAt;
        return true;
    }

    // By as much as the zones may differ, older ones are to be expected; a page of nothing else is the account from its beginning.
    private static void Check(IReadOnlyList<BillbeeReadOrder> orders, DateTimeOffset since)
    {
        if (orders.Count > 0 && orders.All(order => since - order.ModifiedAt > BillbeeAssumptions.Overlap))
        {
            throw Protocol("SearchIgnored", $"Billbee was asked for orders changed since {since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC and gives older ones.");
        }
    }

    private static FailureException Protocol(string code, string message) => new(new Failure(FailureKind.Protocol, code, message));

    private static DateTimeOffset Parse(string cursor) =>
        DateTimeOffset.Parse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
