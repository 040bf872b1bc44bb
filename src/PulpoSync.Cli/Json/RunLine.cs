namespace PulpoSync.Cli.Json;

/// <summary>A run, flat.</summary>
internal sealed record RunLine(
    long RunId, string Integration, IntegrationType Type, RunStatus Status, string Trigger, DateTimeOffset StartedAt, DateTimeOffset? EndedAt,
    int Read, int Created, int Updated, int Cancelled, int Unchanged, int Skipped, int Failed, int Parked, int Previewed,
    long? DurationMs, FailureLine? Error)
{
    public static RunLine From(IntegrationRun run) => new(
        run.Id, run.Integration, run.Type, run.Status, run.Trigger, run.StartedAt, run.EndedAt,
        run.Counts.Read, run.Counts.Created, run.Counts.Updated, run.Counts.Cancelled, run.Counts.Unchanged, run.Counts.Skipped, run.Counts.Failed,
        run.Counts.Parked, run.Counts.Previewed, (long?)run.Duration?.TotalMilliseconds, FailureLine.From(run.Error));
}
