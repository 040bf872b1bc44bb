using System.Globalization;
using System.Text;

namespace PulpoSync.Torture.Mutations;

/// <summary>Cases by source and outcome, as Markdown.</summary>
internal static class MutationTable
{
    public static string Of(IReadOnlyDictionary<(string Source, string Outcome), int> tally)
    {
        var (sources, outcomes) = (tally.Keys.Select(key => key.Source).Distinct().ToList(), tally.Keys.Select(key => key.Outcome).Distinct().ToList());
        var text = new StringBuilder($"| outcome | {string.Join(" | ", sources)} |\n|---|{string.Concat(sources.Select(_ => "---:|"))}\n");
        foreach (var outcome in outcomes) text.Append(CultureInfo.InvariantCulture, $"| {outcome} | {string.Join(" | ", sources.Select(source => Cell(tally.GetValueOrDefault((source, outcome)))))} |\n");
        return text.Append(CultureInfo.InvariantCulture, $"| **cases** | {string.Join(" | ", sources.Select(source => Cell(tally.Where(one => one.Key.Source == source).Sum(one => one.Value))))} |").ToString();
    }

    private static string Cell(int count) => count == 0 ? "" : count.ToString("N0", CultureInfo.InvariantCulture);
}
