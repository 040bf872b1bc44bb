using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>
/// Entries of a list by the time of their change, oldest first. PULPO pages by offset; over a set that changes while it is read that would leave entries
/// out, so each page begins at the time of the last entry seen. Entries that stand on two pages come once.
/// </summary>
/// <param name="client">Client.</param>
/// <param name="path">Path of the list.</param>
/// <param name="name">Name of the list in its envelope.</param>
/// <param name="field">Field of the time: <c>updated_at</c> or <c>inserted_at</c>.</param>
/// <param name="type">Type of the entries.</param>
/// <param name="stampOf">Id and time of an entry; a time that is missing sorts the entry first.</param>
internal sealed class PulpoChanges<T>(
    PulpoClient client, string path, string name, string field, JsonTypeInfo<T> type, Func<T, (long Id, string? Time)> stampOf)
{
    /// <summary>Pages of changes.</summary>
    /// <param name="cursor">Cursor of an earlier page; null: from <paramref name="since"/>.</param>
    /// <param name="since">Where to begin without a cursor; null: with the first entry there is.</param>
    /// <param name="scope">Further filter, escaped; empty: none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Entries, and the cursor that is safe once they and all before have a durable outcome.</returns>
    /// <exception cref="FailureException">PULPO refuses the question, ignores the filter, or gives the same page again.</exception>
    public async IAsyncEnumerable<(IReadOnlyList<T> Items, string? Cursor)> ReadAsync(
        string? cursor, DateTimeOffset? since, string scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var greatest = cursor is null ? null : PulpoTime.Read(cursor);
        var first = (greatest - PulpoAssumptions.Overlap) ?? since?.ToUniversalTime();
        var seen = new HashSet<(long, string?)>();
        var (from, offset) = (first, 0);
        while (true)
        {
            var query = string.Join('&', new[] { from is { } time ? $"{field}=gte:{Uri.EscapeDataString(PulpoTime.Write(time))}" : "", scope }.Where(part => part.Length > 0));
            var page = await client.PageAsync(path, name, query, offset, type, cancellationToken, sortBy: field).ConfigureAwait(false)
                ?? throw Protocol("ListRefused", $"PULPO refuses to list {path} by {field}.");
            var times = page.Items.Select(item => PulpoTime.Read(stampOf(item).Time)).ToList();
            // A second's rounding is no matter; a list from its very beginning is.
            if (from is { } asked && times.Exists(one => one < asked.AddSeconds(-1))) throw Protocol("FilterIgnored", $"PULPO ignores {field} when it lists {path}.");
            // Without the order that was asked for, no time but the last one of the whole list is a safe place to go on from.
            if (times.OfType<DateTimeOffset>().Zip(times.OfType<DateTimeOffset>().Skip(1)).Any(pair => pair.Second < pair.First))
                throw Protocol("SortIgnored", $"PULPO does not sort {path} by {field}.");
            var fresh = page.Items.Where(item => seen.Add(stampOf(item))).ToList();
            var last = times.OfType<DateTimeOffset>().DefaultIfEmpty(DateTimeOffset.MinValue).Max();
            if (greatest is null || last > greatest) greatest = last == DateTimeOffset.MinValue ? greatest : last;
            if (fresh.Count > 0) yield return (fresh, greatest is { } safe ? PulpoTime.Write(safe) : null);
            var isLast = page.Items.Count == 0 || (page.Total is { } total ? offset + page.Items.Count >= total : page.Items.Count < PulpoAssumptions.PageSize);
            if (isLast) yield break;
            if (fresh.Count == 0 && offset > 0) throw Protocol("PageRepeats", $"PULPO gives the same page of {path} again and again.");
            // Where a whole page is of one second, only the offset leads on.
            (from, offset) = last > (from ?? DateTimeOffset.MinValue) ? (last, 0) : (from, offset + page.Items.Count);
        }
    }

    /// <summary>Time of the newest entry, as a cursor from which only what comes later is read; null where there is no entry.</summary>
    public async Task<string?> NewestAsync(string scope, CancellationToken cancellationToken)
    {
        var page = await client.PageAsync(path, name, scope, 0, type, cancellationToken, sortBy: field, descending: true).ConfigureAwait(false)
            ?? throw Protocol("ListRefused", $"PULPO refuses to list {path} by {field}.");
        // Only the ascending order was seen in use. Where the descending one is ignored, the newest of the page is older than the newest of all: then more is read again, and nothing is missed.
        return page.Items.Max(item => PulpoTime.Read(stampOf(item).Time)) is { } newest ? PulpoTime.Write(newest) : null;
    }

    private static FailureException Protocol(string code, string message) => new(new Failure(FailureKind.Protocol, code, message));
}
