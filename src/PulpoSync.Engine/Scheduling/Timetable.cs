using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Scheduling;

/// <summary>When an integration is due. Pure: no clock of its own.</summary>
internal static class Timetable
{
    /// <summary>When a new or changed integration is due first: a recurring one at once, a daily one at its next time.</summary>
    public static DateTimeOffset? First(StoredIntegration integration, DateTimeOffset now) =>
        !integration.Enabled ? null
        : integration.Daily is { } daily ? NextDaily(daily, now)
        : integration.LastStartedAt is { } last ? last.AddMinutes(integration.Every!.Value)
        : now;

    /// <summary>
    /// When it is due after a start. Recurring times keep to their grid, so that a task that comes some seconds late each time does not push them on;
    /// missed times are not made up for.
    /// </summary>
    public static DateTimeOffset? AfterStart(StoredIntegration integration, DateTimeOffset startedAt)
    {
        if (!integration.Enabled) return null;
        if (integration.Daily is { } daily) return NextDaily(daily, startedAt);
        var step = TimeSpan.FromMinutes(integration.Every!.Value);
        var due = integration.NextDueAt ?? startedAt;
        if (due > startedAt) return due;
        var missed = (startedAt - due).Ticks / step.Ticks;
        return due + (step * (missed + 1));
    }

    /// <summary>The first occurrence after a moment. A time in the missing hour of spring comes at that hour's end; in the doubled hour of autumn the first counts.</summary>
    public static DateTimeOffset NextDaily(DailySchedule daily, DateTimeOffset after)
    {
        var zone = Zones.Find(daily.TimeZone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
        for (var date = day.AddDays(-1); ; date = date.AddDays(1))
        {
            var occurrence = Occurrence(date, daily.At, zone);
            if (occurrence > after) return occurrence;
        }
    }

    private static DateTimeOffset Occurrence(DateOnly date, TimeOnly at, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(at, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local)) return EndOfGap(local, zone);
        // Of the two offsets of a doubled hour the larger one is the earlier moment.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateTimeOffset EndOfGap(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Why an integration that is due must wait for another of its route; null: it need not.</summary>
    public static string? WaitsFor(StoredIntegration integration, IReadOnlyList<StoredIntegration> peers, DateTimeOffset now)
    {
        if (integration.Daily is { } daily)
        {
            var started = peers.Where(peer => peer.Daily is null && peer.LastStartedAt is not null).Max(peer => peer.LastStartedAt);
            var free = started + TimeSpan.FromSeconds(daily.GapSeconds);
            return free > now ? $"waits until {free:HH:mm:ss} UTC, {daily.GapSeconds} seconds after the last recurring start" : null;
        }

        var due = peers.FirstOrDefault(peer => peer is { Daily: not null, Enabled: true } && peer.NextDueAt <= now && peer.Id != integration.Id);
        return due is null ? null : $"gives way to the daily integration \"{due.Name}\", which is due";
    }
}
