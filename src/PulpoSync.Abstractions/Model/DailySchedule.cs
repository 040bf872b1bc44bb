namespace PulpoSync;

/// <summary>Transfer once a day, looking back over some days.</summary>
public sealed record DailySchedule
{
    /// <summary>Time of day in <see cref="TimeZone"/>.</summary>
    public required TimeOnly At { get; init; }
    /// <summary>Days to look back, 1 to 365. Default 7.</summary>
    public int LookbackDays { get; init; } = 7;
    /// <summary>Seconds between the start of the last recurring run of the route and the daily one, 0 to 3600. Default 60.</summary>
    public int GapSeconds { get; init; } = 60;
    /// <summary>IANA or Windows name of the time zone, resolved when the integration was made.</summary>
    public required string TimeZone { get; init; }
}
