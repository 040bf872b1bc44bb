namespace PulpoSync.Engine.Scheduling;

/// <summary>Time zones by name, IANA or Windows.</summary>
internal static class Zones
{
    /// <summary>The zone of a stored name.</summary>
    public static TimeZoneInfo Find(string name) => TryFind(name)
        ?? throw new PulpoSyncException(
            ErrorIds.ScheduleInvalid, $"This machine does not know the time zone \"{name}\". Type an IANA name such as Europe/Berlin, or UTC.", name);

    /// <summary>The zone of a name; null where this machine does not know it.</summary>
    public static TimeZoneInfo? TryFind(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>The machine's zone as an IANA name where there is one, so that the store means the same elsewhere.</summary>
    public static string Local()
    {
        var local = TimeZoneInfo.Local;
        return local.HasIanaId ? local.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(local.Id, out var iana) ? iana : local.Id;
    }
}
