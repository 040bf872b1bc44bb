namespace PulpoSync.Engine.Contracts;

/// <summary>Takes records of one kind.</summary>
public interface IDestination<TRecord>
{
    /// <summary>How many batches it takes at the same time: more than one only where none of them can spoil what another is at.</summary>
    int BatchesAtOnce => 1;

    /// <summary>
    /// Looks for records of ours, one answer per reference in the same order. Settles an unknown outcome. "Ours" means that the destination's own
    /// fields name the same source account, record and part; anything else under the number is <see cref="FoundKind.Foreign"/>.
    /// </summary>
    Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a batch; one result per item, in the same order. A refusal of one item is a value. An outcome that could not be settled is
    /// <see cref="WriteStatus.Unknown"/>. A <see cref="FailureException"/> means that the whole call was surely not executed.
    /// </summary>
    Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<TRecord>> batch, CancellationToken cancellationToken);
}
