namespace PulpoSync.Engine.Contracts;

/// <summary>Gives records of one kind.</summary>
public interface ISource<TRecord>
{
    /// <summary>
    /// Reads what changed since the cursor (less the source's own overlap), oldest change first where the vendor can.
    /// <see cref="Page{TRecord}.NextCursor"/> is safe once all records of the page and of those before have a durable outcome.
    /// </summary>
    IAsyncEnumerable<Page<TRecord>> ReadAsync(ReadRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Reads single records by key, for parked, waiting and skipped ones. What no longer exists is left out; what exists and cannot be read is in
    /// <see cref="Page{TRecord}.Unreadable"/>. The page has no cursor.
    /// </summary>
    Task<Page<TRecord>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>The keys of records that a person means by a number, a name or a key. Empty: none.</summary>
    Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken);
}
