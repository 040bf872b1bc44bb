namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Finds rows by a text, without regard to where they stand. Case counts.</summary>
internal sealed class TableIndex<T>(Table<T> table, Func<T, IEnumerable<string>> keys) : ITableWatcher<T> where T : Entity
{
    private readonly Dictionary<string, List<long>> _ids = new(StringComparer.Ordinal);

    public IEnumerable<T> Find(string key) => _ids.TryGetValue(key, out var ids) ? ids.Select(id => table.Find(id)!) : [];

    public void Add(T row)
    {
        foreach (var key in keys(row))
        {
            if (_ids.TryGetValue(key, out var ids)) ids.Add(row.Id);
            else _ids.Add(key, new List<long>(1) { row.Id });
        }
    }

    public void Replace(T before, T after)
    {
        if (keys(before).SequenceEqual(keys(after), StringComparer.Ordinal)) return;
        foreach (var key in keys(before)) _ids[key].Remove(before.Id);
        Add(after);
    }
}
