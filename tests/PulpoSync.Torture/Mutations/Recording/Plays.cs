using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>The calls of a connector, and what its contract says of their results.</summary>
internal static class Plays
{
    public static async Task<Played> ReadAsync<T>(IConnector connector, ReadRequest request, CancellationToken cancellationToken)
    {
        var pages = new List<Page<T>>();
        await foreach (var page in connector.Source<T>()!.ReadAsync(request, cancellationToken).ConfigureAwait(false)) pages.Add(page);
        return Of(pages);
    }

    public static async Task<Played> ReadManyAsync<T>(IConnector connector, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Of([await connector.Source<T>()!.ReadManyAsync(keys, cancellationToken).ConfigureAwait(false)]);

    public static async Task<Played> FindKeysAsync<T>(IConnector connector, string text, CancellationToken cancellationToken)
    {
        var keys = await connector.Source<T>()!.FindKeysAsync(text, cancellationToken).ConfigureAwait(false);
        return new Played(Played.Read, keys, []) { Wrong = keys.Any(string.IsNullOrEmpty) ? "a key is empty" : null };
    }

    public static async Task<Played> AcknowledgeAsync<T>(IConnector connector, T record, RecordRef reference, WriteResult result, CancellationToken cancellationToken)
    {
        await ((IAcknowledge<T>)connector.Source<T>()!).AcknowledgeAsync(record, reference, result, cancellationToken).ConfigureAwait(false);
        return new Played("written", [], []);
    }

    public static async Task<Played> FindAsync<T>(IConnector connector, IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        var found = await connector.Destination<T>()!.FindAsync(references, cancellationToken).ConfigureAwait(false);
        var wrong = found.Count != references.Count ? $"{found.Count} answers to {references.Count} references"
            : found.Any(one => one.Kind is FoundKind.Ours && string.IsNullOrEmpty(one.Id)) ? "ours without id" : null;
        return new Played(Played.Read, [.. found], [.. found.Select(one => one.Failure).OfType<Failure>()]) { Wrong = wrong };
    }

    public static async Task<Played> WriteAsync<T>(IConnector connector, IReadOnlyList<Write<T>> batch, CancellationToken cancellationToken)
    {
        var results = await connector.Destination<T>()!.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        var wrong = results.Count != batch.Count ? $"{results.Count} results of {batch.Count} writes"
            : results.Any(one => one.Status is WriteStatus.Done && string.IsNullOrEmpty(one.Id)) ? "done without id"
            : results.Any(one => one.Status is not WriteStatus.Done && one.Failure is null) ? "not done, and no reason" : null;
        var outcome = results.Any(one => one.Status is WriteStatus.Unknown) ? "outcome unknown"
            : results.Any(one => one.Status is WriteStatus.Refused) ? Played.RecordRefused : "written";
        return new Played(outcome, [.. results], [.. results.Select(one => one.Failure).OfType<Failure>()]) { Wrong = wrong };
    }

    public static async Task<Played> ChangedAsync<T>(IConnector connector, string? cursor, CancellationToken cancellationToken)
    {
        var pages = new List<object?>();
        await foreach (var page in ((IWatch)connector.Destination<T>()!).ChangedAsync(cursor, cancellationToken).ConfigureAwait(false)) pages.Add(page);
        return new Played(Played.Read, pages, []);
    }

    public static async Task<Played> CheckAsync(IConnector connector, CheckRequest request, CancellationToken cancellationToken)
    {
        var check = await connector.CheckAsync(request, cancellationToken).ConfigureAwait(false);
        return check.Failure is { } failure
            ? new Played("run refused", [], [failure])
            : new Played(Played.Read, [check], []) { Wrong = string.IsNullOrWhiteSpace(check.Account) ? "no account" : null };
    }

    private static Played Of<T>(IReadOnlyList<Page<T>> pages)
    {
        var unreadable = pages.SelectMany(page => page.Unreadable).ToList();
        return new Played(
            unreadable.Count > 0 ? Played.RecordRefused : Played.Read, [.. pages.SelectMany(page => page.Records).Cast<object?>()], [.. unreadable.Select(one => one.Failure)])
        {
            Unreadable = [.. unreadable.Select(one => one.Key)],
            Wrong = unreadable.Any(one => string.IsNullOrEmpty(one.Key)) ? "an unreadable record without key" : null,
        };
    }
}
