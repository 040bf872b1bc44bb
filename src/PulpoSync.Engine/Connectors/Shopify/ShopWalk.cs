using System.Globalization;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>What one walk over a changing list has given so far: nothing twice with the same content, and a cursor that only grows.</summary>
internal sealed class ShopWalk
{
    /// <summary>Read again before the cursor: Shopify's search learns of a change some seconds late, and clocks of its servers differ.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    // What changes while we read comes again under its new time; a few pages of nothing else are still no circle.
    private const int MostRepeats = 3;

    // The list is sorted by change: what comes twice comes soon. To remember all of a large shop would fill the memory.
    private const int MostRemembered = 10_000;

    private readonly string _shop;
    private readonly string _list;
    private readonly Dictionary<string, DateTimeOffset> _given = new(StringComparer.Ordinal);
    private readonly Queue<string> _remembered = new();
    private DateTimeOffset? _greatest;
    private int _repeats;

    /// <summary>Starts.</summary>
    /// <param name="shop">The shop, for messages.</param>
    /// <param name="list">Name of the list, for messages.</param>
    /// <param name="request">What to read.</param>
    /// <param name="startFrom">Where to begin without a cursor; null: with the first there is.</param>
    public ShopWalk(string shop, string list, ReadRequest request, DateTimeOffset? startFrom)
    {
        (_shop, _list) = (shop, list);
        _greatest = request.Cursor is { } cursor ? Parse(cursor) : null;
        Since = request.Since ?? (_greatest - Overlap) ?? startFrom;
    }

    /// <summary>Changes since then are read; null: everything.</summary>
    public DateTimeOffset? Since { get; }

    /// <summary>Where the next run may start; null while nothing was seen.</summary>
    public string? Cursor => _greatest?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The nodes of a page that were not given yet.</summary>
    /// <exception cref="FailureException">The shop ignored the search, or gives the same nodes again and again.</exception>
    public IReadOnlyList<ShopNode> Take(IReadOnlyList<ShopNode> nodes)
    {
        // A single older one may come from an index that is out of step; a page of nothing else is the shop from its beginning.
        if (Since is { } since && nodes.Count > 0 && nodes.All(node => node.Head.Moment("updatedAt") < since.AddMinutes(-1)))
        {
            throw Protocol("SearchIgnored", $"{_shop} was asked for {_list} changed since {since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC and gives older ones.");
        }

        var fresh = nodes.Where(IsNew).ToList();
        _repeats = nodes.Count > 0 && fresh.Count == 0 ? _repeats + 1 : 0;
        return _repeats < MostRepeats ? fresh : throw Protocol("PagingStuck", $"{_shop} gives the same {_list} page after page.");
    }

    private bool IsNew(ShopNode node)
    {
        // Without a time it cannot be read; that is the reader's to say.
        if (node.Head.Moment("updatedAt") is not { } updatedAt) return true;
        if (_greatest is null || updatedAt > _greatest) _greatest = updatedAt;
        var id = node.Head.Text("id")!;
        if (_given.TryGetValue(id, out var given) && given >= updatedAt) return false;
        _given[id] = updatedAt;
        _remembered.Enqueue(id);
        if (_remembered.Count > MostRemembered) _given.Remove(_remembered.Dequeue());
        return true;
    }

    private static FailureException Protocol(string code, string message) => new(new Failure(FailureKind.Protocol, code, message));

    private static DateTimeOffset Parse(string cursor) =>
        DateTimeOffset.Parse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
