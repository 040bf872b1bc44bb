namespace PulpoSync.Sandbox;

/// <summary>How Billbee writes times. Its contract says date-time; answers that were seen have no zone.</summary>
public enum BillbeeTimes
{
    /// <summary><c>2026-11-22T10:00:00</c></summary>
    WithoutZone,

    /// <summary><c>2026-11-22T09:00:00Z</c></summary>
    Utc,

    /// <summary><c>2026-11-22T10:00:00+01:00</c></summary>
    WithOffset,
}
