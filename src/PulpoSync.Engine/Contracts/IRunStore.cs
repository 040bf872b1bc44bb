namespace PulpoSync.Engine.Contracts;

/// <summary>What a run asks of the store. Each method is one transaction.</summary>
public interface IRunStore
{
    /// <summary>Leases.</summary>
    ILeases Leases { get; }

    /// <summary>Opens a run and marks runs of this route that are still "Running" (their processes died: we hold the lease) as failed.</summary>
    /// <returns>The run's id.</returns>
    long StartRun(long integrationId, Lease lease, string trigger);

    /// <summary>Closes a run.</summary>
    void FinishRun(long runId, RunStatus status, RunCounts counts, Failure? failure);

    /// <summary>All rows of the given records, by source key; one query, however many keys.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<LedgerRow>> Rows(long routeId, IReadOnlyCollection<string> sourceKeys);

    /// <summary>Pending rows, oldest first: writes whose outcome is not known.</summary>
    IReadOnlyList<LedgerRow> Pending(long routeId, int limit);

    /// <summary>Source keys that are to be looked at again now; ordered, after <paramref name="afterKey"/>, without the pending ones.</summary>
    IReadOnlyList<string> KeysToRevisit(RevisitQuery query, string? afterKey, int limit);

    /// <summary>Makes rows durable before the foreign call.</summary>
    /// <exception cref="LeaseLostException">The lease has passed on.</exception>
    void Prepare(Lease lease, IReadOnlyList<LedgerRow> rows);

    /// <summary>Writes what a page changed.</summary>
    /// <exception cref="LeaseLostException">The lease has passed on.</exception>
    void Commit(PageCommit commit);

    /// <summary>Writes a line of the log.</summary>
    void Log(LogLevel level, long? runId, long? integrationId, string code, string message);
}
