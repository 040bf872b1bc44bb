using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>The same for a destination that tells what somebody has changed there.</summary>
internal sealed class FilmedWatch<TRecord>(
    IDestination<TRecord> inner, IWatch watch, Action<string, Func<IConnector, CancellationToken, Task<Played>>> keep) : FilmedDestination<TRecord>(inner, keep), IWatch
{
    private readonly Action<string, Func<IConnector, CancellationToken, Task<Played>>> _keep = keep;

    public IAsyncEnumerable<WatchPage> ChangedAsync(string? cursor, CancellationToken cancellationToken)
    {
        _keep($"watch {typeof(TRecord).Name}", (connector, token) => Plays.ChangedAsync<TRecord>(connector, cursor, token));
        return watch.ChangedAsync(cursor, cancellationToken);
    }
}
