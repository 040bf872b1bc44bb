using System.ComponentModel;
using System.Globalization;

namespace PulpoSync.PowerShell.Rendering;

/// <summary>How the table views write values; named in PulpoSync.Format.ps1xml.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Display
{
    /// <summary>A run's status as the vendor's pages write it: <c>FINISHED PARTIALLY</c>.</summary>
    public static string Status(RunStatus? status) => status switch
    {
        null => "",
        RunStatus.FinishedPartially => "FINISHED PARTIALLY",
        _ => status.Value.ToString().ToUpperInvariant(),
    };

    /// <summary>Colour of a run's status.</summary>
    public static ConsoleColor Colour(RunStatus status) => status switch
    {
        RunStatus.Finished => ConsoleColor.Green,
        RunStatus.FinishedPartially or RunStatus.Stopped => ConsoleColor.Yellow,
        RunStatus.Failed => ConsoleColor.Red,
        _ => ConsoleColor.Cyan,
    };

    /// <summary>Colour of a log line's weight.</summary>
    public static ConsoleColor Colour(LogLevel level) => level switch
    {
        LogLevel.Error => ConsoleColor.Red,
        LogLevel.Warning => ConsoleColor.Yellow,
        _ => ConsoleColor.Gray,
    };

    /// <summary>Counts in words, without what is zero: <c>240 read, 12 created, 3 failed</c>.</summary>
    public static string Counts(RunCounts? counts)
    {
        counts ??= new RunCounts();
        (int Number, string Word)[] parts =
        [
            (counts.Created, "created"), (counts.Updated, "updated"), (counts.Cancelled, "cancelled"), (counts.Unchanged, "unchanged"),
            (counts.Skipped, "skipped"), (counts.Failed, "failed"), (counts.Parked, "parked"), (counts.Previewed, "previewed"),
        ];
        var shown = parts.Where(part => part.Number > 0).Prepend((Number: counts.Read, Word: "read"));
        return string.Join(", ", shown.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Number} {part.Word}")));
    }

    /// <summary>A duration to the second, <c>00:01:02</c>; empty while a run goes on.</summary>
    public static string Duration(TimeSpan? duration) => duration?.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A moment in this machine's time, to the minute; empty where there is none.</summary>
    public static string Minute(DateTimeOffset? moment) => moment?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A moment in this machine's time, to the second; empty where there is none.</summary>
    public static string Moment(DateTimeOffset? moment) =>
        moment?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    /// <summary>When an integration runs: <c>every 10 min</c>, <c>daily 03:00</c>.</summary>
    public static string Schedule(IntegrationConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.Daily is { } daily
            ? string.Create(CultureInfo.InvariantCulture, $"daily {daily.At:HH:mm}")
            : string.Create(CultureInfo.InvariantCulture, $"every {config.Every} min");
    }

    /// <summary>What the rules said of a record, one line each.</summary>
    public static string Trace(IEnumerable<RuleNote>? notes) => string.Join('\n', (notes ?? []).Select(note => $"{note.Rule}: {note.Verdict}. {note.Message}"));

    /// <summary>Types by their stored names.</summary>
    public static string Types(IEnumerable<IntegrationType>? types) => string.Join(", ", (types ?? []).Select(type => type.ToStoredName()));
}
