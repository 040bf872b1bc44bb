using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>
/// Billbee's times. The contract says date-time, captured answers have no zone. Inferred: one without a zone is taken as UTC, whatever the machine's own is;
/// what that may be wrong by is what <see cref="BillbeeAssumptions.Overlap"/> reads again.
/// </summary>
internal static class BillbeeTime
{
    /// <summary>A moment in UTC; null where it is missing or none.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name) => element.Get(name) is { ValueKind: JsonValueKind.String } value
        && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time
        : null;

    /// <summary>A moment as filters take it.</summary>
    public static string Filter(DateTimeOffset moment) => moment.UtcDateTime.ToString(BillbeeAssumptions.FilterTime, CultureInfo.InvariantCulture);
}
