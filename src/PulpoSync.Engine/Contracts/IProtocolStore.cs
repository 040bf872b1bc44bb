namespace PulpoSync.Engine.Contracts;

/// <summary>What people ask the store afterwards.</summary>
public interface IProtocolStore
{
    /// <summary>Runs, newest first.</summary>
    IReadOnlyList<IntegrationRun> Runs(RunQuery query);
    /// <summary>Some runs by their ids.</summary>
    IReadOnlyList<IntegrationRun> Runs(IReadOnlyCollection<long> ids);
    /// <summary>Records of the ledger, last changed first.</summary>
    IReadOnlyList<IntegrationRecord> Records(RecordQuery query);
    /// <summary>Log lines and outcomes, oldest first.</summary>
    IReadOnlyList<IntegrationLogEntry> Log(LogQuery query);
    /// <summary>One line per integration.</summary>
    IReadOnlyList<IntegrationStatus> Status();
    /// <summary>Deletes log lines, outcomes of records among them.</summary>
    /// <param name="integration">Name with wildcards; null: all, also lines of none.</param>
    /// <param name="before">Older than this.</param>
    /// <returns>How many.</returns>
    int ClearLog(string? integration, DateTimeOffset before);
    /// <summary>Deletes what is older than its retention: log 30, outcomes 90, runs 365 days. Ledger rows stay.</summary>
    void Prune();
}
