namespace PulpoSync.Engine.Contracts;

/// <summary>Optional on a source: something goes back to it after the write (a label, a tracking number, the reason why there is none).</summary>
public interface IAcknowledge<TRecord>
{
    /// <summary>
    /// Tells the source what became of its record: done, or refused and why. Called again after a crash, then with no more than the reference knows: must be
    /// idempotent.
    /// </summary>
    /// <exception cref="FailureException">The source could not be told; it is told again in a later run.</exception>
    Task AcknowledgeAsync(TRecord record, RecordRef reference, WriteResult result, CancellationToken cancellationToken);
}
