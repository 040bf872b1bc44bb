namespace PulpoSync.Sandbox.Shopify;

/// <summary>Orders sorted by a value and, where that is equal, by id.</summary>
internal sealed class OrderIndex(string? searchField)
{
    private static readonly Comparer<(Cursor Key, Order? Order)> ByKey =
        Comparer<(Cursor Key, Order? Order)>.Create((a, b) => a.Key.CompareTo(b.Key));

    private readonly SortedSet<(Cursor Key, Order? Order)> _entries = new(ByKey);

    /// <summary>The search field of the same value, which can narrow the part of the index to look at.</summary>
    public string? SearchField { get; } = searchField;

    public void Add(long value, Order order) => _entries.Add((new Cursor(value, order.Id), order));

    public void Remove(long value, Order order) => _entries.Remove((new Cursor(value, order.Id), null));

    /// <summary>The orders strictly between two places.</summary>
    public IEnumerable<(Cursor Key, Order Order)> Between(Cursor? low, Cursor? high, bool descending)
    {
        var from = low ?? new Cursor(long.MinValue, long.MinValue);
        var to = high ?? new Cursor(long.MaxValue, long.MaxValue);
        if (from.CompareTo(to) >= 0) yield break;
        var part = _entries.GetViewBetween((from, null), (to, null));
        foreach (var (key, order) in descending ? part.Reverse() : part)
            if (key != low && key != high) yield return (key, order!);
    }
}
