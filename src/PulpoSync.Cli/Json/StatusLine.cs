namespace PulpoSync.Cli.Json;

/// <summary>How an integration stands.</summary>
internal sealed record StatusLine(
    string Integration, IntegrationType Type, bool Enabled, RunLine? LastRun, long? LagSeconds, int Waiting, int Parked, DateTimeOffset? NextDueAt,
    DateTimeOffset? HeldUpSince)
{
    public static StatusLine From(IntegrationStatus status) => new(
        status.Integration, status.Type, status.Enabled, status.LastRun is { } run ? RunLine.From(run) : null, (long?)status.Lag?.TotalSeconds, status.Waiting, status.Parked,
        status.NextDueAt, status.HeldUpSince);
}
