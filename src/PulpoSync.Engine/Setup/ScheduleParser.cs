using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Scheduling;

namespace PulpoSync.Engine.Setup;

/// <summary>Reads a schedule, or says which values it may have.</summary>
internal static class ScheduleParser
{
    /// <summary>An integration with the schedule that the definition asks for; what it does not name stays.</summary>
    public static StoredIntegration Apply(StoredIntegration integration, ConfigDefinition definition, int defaultEvery)
    {
        if (definition.Every is not null && definition.DailyAt is not null)
        {
            throw Invalid("Every", "Every and DailyAt exclude each other. A daily run is an integration of its own, beside the recurring one.");
        }

        var zone = definition.TimeZone is { } name ? Zone(name) : integration.TimeZone;
        var daily = definition.DailyAt is not null || (definition.Every is null && integration.Daily is not null) ? Daily(integration.Daily, definition, zone) : null;
        if (daily is null && (definition.LookbackDays ?? definition.GapSeconds) is not null)
        {
            throw Invalid("DailyAt", "LookbackDays and GapSeconds belong to a daily run. Add DailyAt, such as 02:30.");
        }

        return integration with
        {
            TimeZone = zone,
            Daily = daily,
            Every = daily is not null ? null : InRange("Every", definition.Every ?? integration.Every ?? defaultEvery, 1, 60, "minutes"),
        };
    }

    private static DailySchedule Daily(DailySchedule? known, ConfigDefinition definition, string zone) => new()
    {
        At = definition.DailyAt is { } text ? Time(text) : known!.At,
        LookbackDays = InRange("LookbackDays", definition.LookbackDays ?? known?.LookbackDays ?? 7, 1, 365, "days"),
        GapSeconds = InRange("GapSeconds", definition.GapSeconds ?? known?.GapSeconds ?? 60, 0, 3600, "seconds"),
        TimeZone = zone,
    };

    private static TimeOnly Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Invalid("DailyAt", $"DailyAt cannot be \"{text}\". Type a time of day from 00:00 to 23:59, such as 02:30.");

    private static string Zone(string name) => Zones.TryFind(name)?.Id ?? throw Invalid(
        "TimeZone", $"This machine does not know the time zone \"{name}\". Type an IANA name such as Europe/Berlin, or UTC.");

    private static int InRange(string name, int value, int least, int most, string unit) => value >= least && value <= most
        ? value
        : throw Invalid(name, $"{name} cannot be {value}. Type {least} to {most} {unit}.");

    private static PulpoSyncException Invalid(string name, string message) => new(ErrorIds.ScheduleInvalid, message, name);
}
