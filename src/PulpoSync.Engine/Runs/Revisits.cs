using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>What a run looks at without its source having said that it changed. Every record is read anew and goes the way of all others.</summary>
internal sealed class Revisits<TRecord>(RunScope scope, ISource<TRecord> records, IFlow<TRecord> flow, PageProcessor<TRecord> page)
{
    // What was skipped longer ago than this is history: a corrected setting does not bring it back by itself.
    private static readonly TimeSpan SkippedStays = TimeSpan.FromDays(60);
    private const int OpenSize = 50;
    private const int CompareSize = 250;

    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    /// <summary>True for a record that was looked at in this run as it is, so that the cursor's overlap does not bring the same thing a second time.</summary>
    public bool HasSeen(TRecord record) => _seen.GetValueOrDefault(flow.KeyOf(record)) == flow.VersionOf(record);

    /// <summary>Parked records that are due, waiting ones, and skipped ones whose reason may be gone.</summary>
    public async Task LeftOpenAsync(CancellationToken cancellationToken)
    {
        var query = new RevisitQuery(scope.RouteId, scope.OwnerId, flow.Fingerprint, scope.Now - SkippedStays, scope.RetryNow);
        string? after = null;
        while (scope.Store.KeysToRevisit(query, after, OpenSize) is { Count: > 0 } keys)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = await records.ReadManyAsync(keys, cancellationToken).ConfigureAwait(false);
            var there = found.Records.Select(flow.KeyOf).Concat(found.Unreadable.Select(item => item.Key));
            var gone = keys.Except(there, StringComparer.Ordinal).Select(Gone);
            await page.ProcessAsync(found.Records, [.. found.Unreadable, .. gone], null, scope.Request.Full).ConfigureAwait(false);
            Remember(found.Records);
            after = keys[^1];
        }
    }

    /// <summary>What is planned from more than the record alone may have to change although the record has not.</summary>
    public async Task UnsteadyAsync(CancellationToken cancellationToken)
    {
        if (flow.Unsteady.Count == 0) return;
        var keys = scope.Store.KeysOfNumbers(scope.RouteId, flow.Unsteady).Where(key => !_seen.ContainsKey(key));
        await ReadAsync(keys, scope.Request.Full, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What somebody has changed at the destination is compared again with what the source says.</summary>
    public async Task ChangedThereAsync(IWatch watch, CancellationToken cancellationToken)
    {
        string? cursor = null;
        // What changed at several places is told for each of them.
        var compared = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var changed in watch.ChangedAsync(scope.Integration.WatchCursor, cancellationToken).ConfigureAwait(false))
        {
            await ReadAsync(scope.Store.KeysOfNumbers(scope.RouteId, changed.Numbers).Where(compared.Add), forget: true, cancellationToken).ConfigureAwait(false);
            cursor = changed.NextCursor;
        }

        if (cursor is not null) page.CommitWatch(cursor);
    }

    private async Task ReadAsync(IEnumerable<string> keys, bool forget, CancellationToken cancellationToken)
    {
        foreach (var chunk in keys.Chunk(CompareSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = await records.ReadManyAsync(chunk, cancellationToken).ConfigureAwait(false);
            await page.ProcessAsync(found.Records, found.Unreadable, null, forget).ConfigureAwait(false);
            Remember(found.Records);
        }
    }

    private void Remember(IEnumerable<TRecord> seen)
    {
        foreach (var record in seen) _seen[flow.KeyOf(record)] = flow.VersionOf(record);
    }

    private static (string Key, string? Number, Failure Failure) Gone(string key) =>
        (key, null, new Failure(FailureKind.NotFound, ReasonCodes.GoneAtSource, "The record no longer exists at the source, or is older than we may read."));
}
