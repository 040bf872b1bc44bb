using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Storage;

/// <summary>Writes lines of the log, and outcomes of records among them.</summary>
internal static class LogTable
{
    private const string Insert =
        """
        INSERT INTO log (at, level, integration_id, run_id, code, message, outcome, source_key, number, bare_number, bare_key)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """;

    /// <summary>A line.</summary>
    public static void Add(Session session, LogLevel level, long? runId, long? integrationId, string code, string message, DateTimeOffset now) =>
        session.Execute(Insert, now, (int)level, integrationId, runId, code, message, null, null, null, null, null);

    /// <summary>An outcome.</summary>
    public static void Add(Session session, long runId, long integrationId, RunOutcome outcome, DateTimeOffset now) => session.Execute(
        Insert,
        now, (int)LevelOf(outcome), integrationId, runId, outcome.Reason ?? outcome.Kind.ToString(), outcome.Message ?? "", outcome.Kind,
        outcome.SourceKey, outcome.Number, BareNumber.Of(outcome.Number), BareNumber.OfKey(outcome.SourceKey));

    private static LogLevel LevelOf(RunOutcome outcome) => outcome switch
    {
        { Kind: OutcomeKind.Failed } => LogLevel.Error,
        { Kind: OutcomeKind.Parked } or { NewlyParked: true } => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
