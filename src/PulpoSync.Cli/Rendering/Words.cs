using System.Globalization;

namespace PulpoSync.Cli.Rendering;

/// <summary>Words for people.</summary>
internal static class Words
{
    /// <summary>The status as the integration control shows it: <c>FINISHED PARTIALLY</c>.</summary>
    public static string Of(RunStatus status) => status is RunStatus.FinishedPartially ? "FINISHED PARTIALLY" : status.ToString().ToUpperInvariant();

    /// <summary><c>240 read, 236 created, 1 failed</c>; what is nought is left out.</summary>
    public static string Of(RunCounts counts)
    {
        (int Count, string Word)[] parts =
        [
            (counts.Created, "created"), (counts.Updated, "updated"), (counts.Cancelled, "cancelled"), (counts.Unchanged, "unchanged"),
            (counts.Skipped, "skipped"), (counts.Failed, "failed"), (counts.Parked, "parked"), (counts.Previewed, "previewed"),
        ];
        var outcomes = parts.Where(part => part.Count > 0).Select(part => $"{Of(part.Count)} {part.Word}");
        return string.Join(", ", outcomes.Prepend($"{Of(counts.Read)} read"));
    }

    /// <summary>A number as it is typed, without separators.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1 order</c>, <c>2 orders</c>.</summary>
    public static string Count(int number, string noun) => Count(number, noun, $"{noun}s");

    /// <summary><c>1 box</c>, <c>2 boxes</c>.</summary>
    public static string Count(int number, string one, string several) => $"{Of(number)} {(number == 1 ? one : several)}";
}
