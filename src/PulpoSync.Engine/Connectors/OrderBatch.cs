using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors;

/// <summary>Carries out a batch of writes that each concern one order: those of one order one after the other, several orders at a time.</summary>
internal static class OrderBatch
{
    // A fault of one write is that write's own; after so many the system is out of reach, and each further one would wait for nothing.
    private const int MostFaults = 4;

    /// <summary>Writes.</summary>
    /// <param name="batch">Batch.</param>
    /// <param name="atOnce">Orders at a time.</param>
    /// <param name="orderOf">The shop's key of the order that a record concerns.</param>
    /// <param name="write">Carries one write out; its failures become the write's result.</param>
    /// <param name="cancellationToken">Cancels while nothing is written yet; from then on the batch settles, bounded by the calls' own timeouts.</param>
    public static async Task<IReadOnlyList<WriteResult>> WriteAsync<TRecord>(
        IReadOnlyList<Write<TRecord>> batch, int atOnce, Func<TRecord, string> orderOf, Func<Write<TRecord>, CancellationToken, Task<WriteResult>> write,
        CancellationToken cancellationToken)
    {
        var results = new WriteResult[batch.Count];
        Failure? stop = null;
        var faults = 0;
        cancellationToken.ThrowIfCancellationRequested();
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        var orders = Enumerable.Range(0, batch.Count).GroupBy(index => orderOf(batch[index].Record), StringComparer.Ordinal);
        await Parallel.ForEachAsync(orders, options, async (order, _) =>
        {
            foreach (var index in order) results[index] = Volatile.Read(ref stop) is { } reason ? WriteResult.Refused(reason) : await OneAsync(batch[index]).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return results;

        async Task<WriteResult> OneAsync(Write<TRecord> one)
        {
            try
            {
                return await write(one, CancellationToken.None).ConfigureAwait(false);
            }
            catch (FailureException e)
            {
                if (!e.Failure.IsRecordOnly && (e.Failure.Kind is not FailureKind.Transient || Interlocked.Increment(ref faults) >= MostFaults)) Volatile.Write(ref stop, e.Failure);
                return e.OutcomeUnknown ? WriteResult.Unknown(e.Failure) : WriteResult.Refused(e.Failure);
            }
        }
    }
}
