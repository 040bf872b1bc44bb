namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Keeps sums over the rows of a table, so that nobody has to walk over all of them.</summary>
/// <param name="amounts">What a row adds to which sums.</param>
internal sealed class TableSum<T, TKey>(Func<T, IEnumerable<(TKey Key, long Amount)>> amounts) : ITableWatcher<T> where TKey : struct
{
    private readonly Dictionary<TKey, long> _sums = [];

    public long Of(TKey key) => _sums.GetValueOrDefault(key);

    public void Add(T row) => Count(row, 1);

    public void Replace(T before, T after)
    {
        Count(before, -1);
        Count(after, 1);
    }

    private void Count(T row, int sign)
    {
        foreach (var (key, amount) in amounts(row)) _sums[key] = _sums.GetValueOrDefault(key) + (sign * amount);
    }
}
