using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>The same for a source that is told what became of its records.</summary>
internal sealed class FilmedTeller<TRecord>(
    ISource<TRecord> inner, IAcknowledge<TRecord> told, Action<string, Func<IConnector, CancellationToken, Task<Played>>> keep) : FilmedSource<TRecord>(inner, keep), IAcknowledge<TRecord>
{
    private readonly Action<string, Func<IConnector, CancellationToken, Task<Played>>> _keep = keep;

    public Task AcknowledgeAsync(TRecord record, RecordRef reference, WriteResult result, CancellationToken cancellationToken)
    {
        _keep($"acknowledge {typeof(TRecord).Name}", (connector, token) => Plays.AcknowledgeAsync(connector, record, reference, result, token));
        return told.AcknowledgeAsync(record, reference, result, cancellationToken);
    }
}
