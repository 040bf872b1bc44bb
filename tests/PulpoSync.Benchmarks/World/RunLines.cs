using System.Text.Json;

namespace PulpoSync.Benchmarks.World;

/// <summary>Reads what <c>pulposync run --json</c> says.</summary>
internal static class RunLines
{
    /// <summary>How long each run took.</summary>
    /// <exception cref="InvalidOperationException">One of them did not finish well: what was measured is not what was meant.</exception>
    public static IReadOnlyList<TimeSpan> Durations(string output)
    {
        var durations = new List<TimeSpan>();
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var happened = JsonDocument.Parse(line).RootElement;
            if (happened.GetProperty("event").GetString() != "runFinished") continue;
            if (happened.GetProperty("status").GetString() != "Finished") throw new InvalidOperationException(line);
            durations.Add(TimeSpan.FromMilliseconds(happened.GetProperty("durationMs").GetInt64()));
        }

        return durations;
    }
}
