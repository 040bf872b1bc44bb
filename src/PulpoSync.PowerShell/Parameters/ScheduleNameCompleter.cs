using System.Globalization;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes names of schedules.</summary>
public sealed class ScheduleNameCompleter : EngineCompleter
{
    private protected override IEnumerable<(string Word, string ToolTip)> Words(IPulpoSyncRuntime runtime, CompletionCall call) =>
        runtime.GetSchedules().Select(schedule =>
            (schedule.Name, string.Create(CultureInfo.InvariantCulture, $"every {schedule.Every} min as {schedule.Account}: {schedule.StorePath}")));
}
