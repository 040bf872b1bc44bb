namespace PulpoSync.Engine.Contracts;

/// <summary>Optional on a source: something goes back to it after the write (a label, a tracking number).</summary>
public interface IAcknowledge<TRecord>
{
    /// <summary>Tells the source what became of its record. Called again after a crash: must be idempotent.</summary>
    Task AcknowledgeAsync(TRecord record, WriteResult result, CancellationToken cancellationToken);
}
