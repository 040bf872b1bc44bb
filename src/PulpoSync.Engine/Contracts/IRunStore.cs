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
    /// <param name="runId">Run.</param>
    /// <param name="status">Status.</param>
    /// <param name="counts">Counts.</param>
    /// <param name="failure">Why it failed.</param>
    /// <param name="isComplete">True where it has read its source from the cursor to the end.</param>
    /// <returns>False where another run of the route has begun meanwhile: then it has failed, whatever it says, because its lease had passed on.</returns>
    bool FinishRun(long runId, RunStatus status, RunCounts counts, Failure? failure, bool isComplete = false);

    /// <summary>Leaves a wish to stop with the runs that are at work; gives their ids.</summary>
    /// <param name="integration">Name with wildcards.</param>
    IReadOnlyList<long> WantStop(string integration);

    /// <summary>True where somebody has asked the run to stop.</summary>
    bool IsStopWanted(long runId);

    /// <summary>True while a run lasts and its process is not surely dead.</summary>
    bool IsAtWork(long runId);

    /// <summary>Sums of what a route's destination does not know of, over several types.</summary>
    IReadOnlyList<Outstanding> Outstanding(IReadOnlyCollection<IntegrationType> types, string sourceAccount, string destinationAccount);

    /// <summary>Remembers for good what our integrations put onto records of an account, so that others do not take it for an edit.</summary>
    void AddMarks(string account, IReadOnlyCollection<string> texts);

    /// <summary>All such texts of an account.</summary>
    IReadOnlyList<string> Marks(string account);

    /// <summary>All rows of the given records, by source key; one query, however many keys.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<LedgerRow>> Rows(long routeId, IReadOnlyCollection<string> sourceKeys);

    /// <summary>Pending rows, oldest first: writes whose outcome is not known.</summary>
    IReadOnlyList<LedgerRow> Pending(long routeId, int limit);

    /// <summary>Source keys that are to be looked at again now; ordered, after <paramref name="afterKey"/>, without the pending ones.</summary>
    IReadOnlyList<string> KeysToRevisit(RevisitQuery query, string? afterKey, int limit);

    /// <summary>Source keys of the records that a route's ledger has under some numbers.</summary>
    IReadOnlyList<string> KeysOfNumbers(long routeId, IReadOnlyCollection<string> numbers);

    /// <summary>Rows that another route has under some numbers.</summary>
    IReadOnlyList<LedgerRow> RowsOfNumbers(IntegrationType type, string sourceAccount, string destinationAccount, IReadOnlyCollection<string> numbers);

    /// <summary>Makes rows durable before the foreign call.</summary>
    /// <exception cref="LeaseLostException">The lease has passed on.</exception>
    void Prepare(Lease lease, IReadOnlyList<LedgerRow> rows);

    /// <summary>Writes what a page changed.</summary>
    /// <exception cref="LeaseLostException">The lease has passed on.</exception>
    void Commit(PageCommit commit);

    /// <summary>Writes a line of the log.</summary>
    void Log(LogLevel level, long? runId, long? integrationId, string code, string message);
}
