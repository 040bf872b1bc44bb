using System.Globalization;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>PULPO's times: without a zone, to the second or finer; that they are UTC is inferred from its examples.</summary>
internal static class PulpoTime
{
    /// <summary>A moment; null where it is none.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>The form that filters take; whole seconds, rounded down.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
