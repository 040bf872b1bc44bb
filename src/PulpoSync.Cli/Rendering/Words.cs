using System.Globalization;

namespace PulpoSync.Cli.Rendering;

/// <summary>Words for people.</summary>
internal static class Words
{
    /// <summary>The status as the integration control shows it: <c>FINISHED PARTIALLY</c>.</summary>
    public static string Of(RunStatus status) => status is RunStatus.FinishedPartially ? "FINISHED PARTIALLY" : status.ToString().ToUpperInvariant();

    /// <summary>A number as it is typed, without separators.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1 order</c>, <c>2 orders</c>.</summary>
    public static string Count(int number, string noun) => Count(number, noun, $"{noun}s");

    /// <summary><c>1 box</c>, <c>2 boxes</c>.</summary>
    public static string Count(int number, string one, string several) => $"{Of(number)} {(number == 1 ? one : several)}";
}
