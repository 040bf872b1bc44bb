using System.Text.Json.Serialization.Metadata;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>
/// Looks up many entries by a key in few calls. Whether PULPO understands a list of values is documented for some fields only, so it is proved: every
/// answer is compared with what was asked. A list that is ignored brings foreign entries, one that is taken for a text brings none; in either case the
/// keys are asked one by one, for as long as the connector lives.
/// </summary>
/// <param name="client">Client.</param>
/// <param name="path">Path of the list.</param>
/// <param name="name">Name of the list in its envelope.</param>
/// <param name="field">Filter.</param>
/// <param name="type">Type of the entries.</param>
/// <param name="keyOf">Key of an entry.</param>
/// <param name="scope">Further filter, escaped; empty: none.</param>
internal sealed class PulpoLookup<T>(
    PulpoClient client, string path, string name, string field, JsonTypeInfo<T> type, Func<T, string?> keyOf, string scope = "")
{
    private bool? _understandsLists;

    /// <summary>Finds entries by their keys, compared exactly apart from blanks around them.</summary>
    /// <param name="keys">Keys.</param>
    /// <param name="confirm">True: what a list does not bring is asked once more by itself before it counts as missing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Entries by key; a key without entry is left out.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<T>>> FindAsync(
        IEnumerable<string> keys, bool confirm, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, IReadOnlyList<T>>(StringComparer.Ordinal);
        var open = keys.Select(key => key.Trim()).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
        var listable = open.Where(PulpoAssumptions.FitsList).ToList();
        if (listable.Count > 1)
        {
            foreach (var chunk in Chunks(listable))
            {
                if (_understandsLists == false || !await ListedAsync(chunk, found, cancellationToken).ConfigureAwait(false)) break;
                open.RemoveWhere(key => found.ContainsKey(key) || (!confirm && _understandsLists == true && chunk.Contains(key)));
            }
        }

        var singles = await Task.WhenAll(open.Select(async key => (Key: key, Entries: await OneAsync(key, cancellationToken).ConfigureAwait(false))))
            .ConfigureAwait(false);
        foreach (var (key, entries) in singles.Where(single => single.Entries.Count > 0)) found[key] = entries;
        return found;
    }

    private async Task<bool> ListedAsync(List<string> keys, Dictionary<string, IReadOnlyList<T>> found, CancellationToken cancellationToken)
    {
        if (await AskAsync(keys, cancellationToken).ConfigureAwait(false) is not { } entries)
        {
            _understandsLists = false;
            return false;
        }

        foreach (var group in entries.GroupBy(entry => keyOf(entry)!.Trim(), StringComparer.Ordinal)) found[group.Key] = [.. group];
        if (entries.Count > 0) _understandsLists = true;
        // Nothing at all may mean that nothing is there, or that the list was taken for a text.
        else _understandsLists ??= await ProveAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    // Asks for two entries that surely exist. Null: there are no two yet, so nothing is proved.
    private async Task<bool?> ProveAsync(CancellationToken cancellationToken)
    {
        var page = await client.PageAsync(path, name, scope, 0, type, cancellationToken).ConfigureAwait(false);
        var two = (page?.Items ?? []).Select(keyOf).OfType<string>().Select(key => key.Trim()).Where(key => key.Length > 0 && PulpoAssumptions.FitsList(key))
            .Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (two.Count < 2) return null;
        var entries = await AskAsync(two, cancellationToken).ConfigureAwait(false);
        return entries is not null && two.TrueForAll(key => entries.Exists(entry => keyOf(entry)?.Trim() == key));
    }

    // Null: the list was refused, or brought something that was not asked for.
    private async Task<List<T>?> AskAsync(List<string> keys, CancellationToken cancellationToken)
    {
        var asked = keys.ToHashSet(StringComparer.Ordinal);
        var all = new List<T>();
        var query = Query(PulpoAssumptions.ListFilter(field, keys));
        string? before = null;
        for (var offset = 0; ;)
        {
            var page = await client.PageAsync(path, name, query, offset, type, cancellationToken).ConfigureAwait(false);
            if (page is null || page.Items.Any(entry => keyOf(entry)?.Trim() is not { } key || !asked.Contains(key))) return null;
            PulpoClient.DemandNext(path, before, page.Mark);
            all.AddRange(page.Items);
            (before, offset) = (page.Mark, offset + page.Items.Count);
            if (page.Items.Count == 0 || offset >= (page.Total ?? 0)) return all;
        }
    }

    private async Task<IReadOnlyList<T>> OneAsync(string key, CancellationToken cancellationToken)
    {
        var isOperator = PulpoAssumptions.IsOperator(key);
        var filter = isOperator ? PulpoAssumptions.ListFilter(field, [key]) : $"{field}={Uri.EscapeDataString(key)}";
        var page = await client.PageAsync(path, name, Query(filter), 0, type, cancellationToken).ConfigureAwait(false);
        if (page is null) return [];
        var exact = page.Items.Where(entry => keyOf(entry)?.Trim() == key).ToList();
        if (exact.Count == 0 && page.Items.Count > 0 && page.Total > page.Items.Count && !isOperator)
        {
            throw new FailureException(new Failure(
                FailureKind.Protocol, "FilterIgnored", $"PULPO answers {path} with everything, although {field} was asked for; nothing can be told from that."));
        }

        return exact;
    }

    private string Query(string filter) => scope.Length == 0 ? filter : $"{filter}&{scope}";

    private static IEnumerable<List<string>> Chunks(List<string> keys)
    {
        var (chunk, length) = (new List<string>(), 0);
        foreach (var key in keys)
        {
            var size = Uri.EscapeDataString(key).Length + 1;
            if (chunk.Count > 0 && (chunk.Count == PulpoAssumptions.PageSize || length + size > PulpoAssumptions.QueryLength))
            {
                yield return chunk;
                (chunk, length) = ([], 0);
            }

            chunk.Add(key);
            length += size;
        }

        if (chunk.Count > 0) yield return chunk;
    }
}
