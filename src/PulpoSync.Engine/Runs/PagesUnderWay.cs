using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Runs;

/// <summary>
/// Pages that are dealt with at the same time: one is prepared while another is on its way and a third is committed. They are committed in their sequence,
/// so that the cursor never passes what is not durable.
/// </summary>
/// <param name="processor">Processes a page.</param>
/// <param name="keyOf">Key of a record.</param>
/// <param name="atOnce">Most pages at a time.</param>
internal sealed class PagesUnderWay<TRecord>(PageProcessor<TRecord> processor, Func<TRecord, string> keyOf, int atOnce) : IAsyncDisposable
{
    private readonly Queue<(Task Work, HashSet<string> Keys)> _open = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Begins a page, and waits until there is room for the next one.</summary>
    /// <exception cref="FailureException">An earlier page, or this one, cannot go on.</exception>
    public async Task AddAsync(IReadOnlyList<TRecord> records, Page<TRecord> page, string? cursor, bool forget)
    {
        var keys = records.Select(keyOf).Concat(page.Unreadable.Select(item => item.Key)).ToHashSet(StringComparer.Ordinal);
        // After a failure nothing is begun; and what changed again while it was being written is planned from what was written.
        while (_open.TryPeek(out var oldest) && (oldest.Work.IsCompleted || _open.Any(one => one.Keys.Overlaps(keys)))) await OldestAsync().ConfigureAwait(false);
        _last = processor.ProcessAsync(records, page.Unreadable, cursor, forget, _last);
        _open.Enqueue((_last, keys));
        while (_open.Count >= atOnce) await OldestAsync().ConfigureAwait(false);
    }

    /// <summary>Waits for all of them.</summary>
    /// <exception cref="FailureException">One of them cannot go on.</exception>
    public async Task EndAsync()
    {
        while (_open.Count > 0) await OldestAsync().ConfigureAwait(false);
    }

    /// <summary>Lets what is under way come to its end; the first error was told already, or something else ends the run.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_open.Select(one => one.Work)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private Task OldestAsync() => _open.Dequeue().Work;
}
