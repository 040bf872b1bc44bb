namespace PulpoSync.Sandbox.Pulpo;

/// <summary>The rows of one kind in the order of their ids. Not thread-safe: <see cref="PulpoWorld.Gate"/> guards the whole world.</summary>
/// <param name="firstId">Each table counts from elsewhere, so that an id taken for another table's is noticed.</param>
/// <param name="now">The clock of the rows' timestamps.</param>
internal sealed class Table<T>(long firstId, Func<DateTime> now) where T : Entity
{
    private readonly List<T> _rows = [];
    private readonly List<ITableWatcher<T>> _watchers = [];

    public IReadOnlyList<T> Rows => _rows;

    /// <summary>Keeps an index from now on; a row may have several keys, and several rows one key.</summary>
    public TableIndex<T> IndexBy(Func<T, IEnumerable<string>> keys)
    {
        var index = new TableIndex<T>(this, keys);
        _watchers.Add(index);
        return index;
    }

    /// <summary>Keeps sums from now on.</summary>
    public TableSum<T, TKey> SumBy<TKey>(Func<T, IEnumerable<(TKey Key, long Amount)>> amounts) where TKey : struct
    {
        var sum = new TableSum<T, TKey>(amounts);
        _watchers.Add(sum);
        return sum;
    }

    public T? Find(long id) => id >= firstId && id - firstId < _rows.Count ? _rows[(int)(id - firstId)] : null;

    /// <summary>The rows that were added at that time or later, without a walk over the others: they stand in the order of their time.</summary>
    public IEnumerable<T> AddedSince(DateTime time)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].InsertedAt < time) low = middle + 1;
            else high = middle;
        }
        return _rows.Skip(low);
    }

    /// <summary>Adds the row under the next id, dated now.</summary>
    public T Add(T row)
    {
        var time = now();
        var added = row with { Id = firstId + _rows.Count, InsertedAt = time, UpdatedAt = time };
        _rows.Add(added);
        foreach (var watcher in _watchers) watcher.Add(added);
        return added;
    }

    /// <summary>Puts the row in the place of the one with its id, dated now.</summary>
    public T Update(T row)
    {
        var updated = row with { UpdatedAt = now() };
        var place = (int)(row.Id - firstId);
        foreach (var watcher in _watchers) watcher.Replace(_rows[place], updated);
        _rows[place] = updated;
        return updated;
    }
}
