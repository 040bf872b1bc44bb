using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>A destination that tells what is asked of it.</summary>
internal class FilmedDestination<TRecord>(IDestination<TRecord> inner, Action<string, Func<IConnector, CancellationToken, Task<Played>>> keep) : IDestination<TRecord>
{
    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        keep($"find {typeof(TRecord).Name}", (connector, token) => Plays.FindAsync<TRecord>(connector, references, token));
        return inner.FindAsync(references, cancellationToken);
    }

    public Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<TRecord>> batch, CancellationToken cancellationToken)
    {
        keep($"write {typeof(TRecord).Name}", (connector, token) => Plays.WriteAsync(connector, batch, token));
        keep($"find {typeof(TRecord).Name}", (connector, token) => Plays.FindAsync<TRecord>(connector, [.. batch.Select(write => write.Ref with { InDoubt = true })], token));
        return inner.WriteAsync(batch, cancellationToken);
    }
}
