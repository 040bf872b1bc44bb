using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>A connector that tells what is asked of it.</summary>
internal sealed class FilmedConnector(IConnector inner, Action<string, Func<IConnector, CancellationToken, Task<Played>>> keep) : IConnector
{
    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        keep($"check {request.Type?.ToStoredName()}", (connector, token) => Plays.CheckAsync(connector, request, token));
        return inner.CheckAsync(request, cancellationToken);
    }

    public Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        keep($"settings {request.Type?.ToStoredName()}", async (connector, token) => new Played(Played.Read, [], await connector.ValidateSettingsAsync(request, token).ConfigureAwait(false)));
        return inner.ValidateSettingsAsync(request, cancellationToken);
    }

    public ISource<TRecord>? Source<TRecord>() => inner.Source<TRecord>() switch
    {
        null => null,
        IAcknowledge<TRecord> told => new FilmedTeller<TRecord>((ISource<TRecord>)told, told, keep),
        var source => new FilmedSource<TRecord>(source, keep),
    };

    public IDestination<TRecord>? Destination<TRecord>() => inner.Destination<TRecord>() switch
    {
        null => null,
        IWatch watch => new FilmedWatch<TRecord>((IDestination<TRecord>)watch, watch, keep),
        var destination => new FilmedDestination<TRecord>(destination, keep),
    };

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
