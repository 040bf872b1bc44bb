using System.Globalization;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary>Is everything well? In the words and exit codes of monitoring plugins.</summary>
internal sealed record Health(string State, int ExitCode, string Message)
{
    /// <summary>
    /// An integration that is due for so long is run by nobody: the scheduled task does not work. One that is held up for so long is started and comes to no run:
    /// stock that waits for orders which never come, or a set-up that cannot begin.
    /// </summary>
    private static readonly TimeSpan MuchOverdue = TimeSpan.FromHours(1);

    public static Health Read(IPulpoSyncRuntime runtime, DateTimeOffset now)
    {
        try
        {
            return Of(runtime.GetStatus(), now);
        }
        catch (PulpoSyncException e)
        {
            return new Health("UNKNOWN", 3, e.Message.ReplaceLineEndings(" "));
        }
    }

    internal static Health Of(IReadOnlyList<IntegrationStatus> all, DateTimeOffset now)
    {
        var enabled = all.Where(status => status.Enabled).ToList();
        var critical = enabled.Select(status => Critical(status, now)).OfType<string>().ToList();
        var warnings = enabled.Select(Warning).OfType<string>().ToList();
        return critical.Count > 0 ? new Health("CRITICAL", 2, string.Join("; ", critical.Concat(warnings)))
            : warnings.Count > 0 ? new Health("WARNING", 1, string.Join("; ", warnings))
            : new Health("OK", 0, Words.Count(enabled.Count, "integration"));
    }

    private static string? Critical(IntegrationStatus status, DateTimeOffset now) =>
        status.LastRun is { Status: RunStatus.Failed } run ? $"{status.Integration} failed ({run.Error?.Code ?? "every record failed"})"
        : now - status.HeldUpSince > MuchOverdue
            ? string.Create(CultureInfo.InvariantCulture, $"{status.Integration} has not run since {status.HeldUpSince:yyyy-MM-dd HH:mm} UTC, its log says why")
        : status.LastRun is not { Status: RunStatus.Running } && now - status.NextDueAt > MuchOverdue ? $"{status.Integration} is due and not run"
        : null;

    private static string? Warning(IntegrationStatus status) =>
        status.Parked > 0 ? $"{status.Integration} has {Words.Count(status.Parked, "failed record")}"
        : status.LastRun is { Status: RunStatus.FinishedPartially } ? $"{status.Integration} finished partially"
        : null;
}
