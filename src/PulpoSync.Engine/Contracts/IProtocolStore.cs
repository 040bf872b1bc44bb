namespace PulpoSync.Engine.Contracts;

/// <summary>What people ask the store afterwards.</summary>
public interface IProtocolStore
{
    /// <summary>Runs, newest first.</summary>
    IReadOnlyList<IntegrationRun> Runs(RunQuery query);
    /// <summary>Records of the ledger, last changed first.</summary>
    IReadOnlyList<IntegrationRecord> Records(RecordQuery query);
    /// <summary>Log lines and outcomes, oldest first.</summary>
    IReadOnlyList<IntegrationLogEntry> Log(LogQuery query);
    /// <summary>One line per integration.</summary>
    IReadOnlyList<IntegrationStatus> Status();
    /// <summary>Deletes what is older than its retention: log 30, outcomes 90, runs 365 days. Ledger rows stay.</summary>
    void Prune();
}
