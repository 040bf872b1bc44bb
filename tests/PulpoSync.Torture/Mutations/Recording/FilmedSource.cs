using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>A source that tells what is asked of it.</summary>
internal class FilmedSource<TRecord>(ISource<TRecord> inner, Action<string, Func<IConnector, CancellationToken, Task<Played>>> keep) : ISource<TRecord>
{
    public IAsyncEnumerable<Page<TRecord>> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        keep($"read {typeof(TRecord).Name}", (connector, token) => Plays.ReadAsync<TRecord>(connector, request, token));
        return inner.ReadAsync(request, cancellationToken);
    }

    public Task<Page<TRecord>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        keep($"read by key {typeof(TRecord).Name}", (connector, token) => Plays.ReadManyAsync<TRecord>(connector, keys, token));
        return inner.ReadManyAsync(keys, cancellationToken);
    }

    public Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        keep($"find {typeof(TRecord).Name}", (connector, token) => Plays.FindKeysAsync<TRecord>(connector, text, token));
        return inner.FindKeysAsync(text, cancellationToken);
    }
}
