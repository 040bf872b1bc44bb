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

    /// <summary>A request in one line: <c>Orders Berlin: Shopify orders 200 in 87 ms</c>.</summary>
    public static string Request(RequestMade request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = request.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer";
        var failure = request.Failure is null ? "" : $" {request.Failure}";
        var again = request.RetryIn is { } pause ? string.Create(CultureInfo.InvariantCulture, $", again in {pause.TotalSeconds:0.0} s") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{request.Integration}: {request.System} {request.Operation} {answer}{failure} in {request.Duration.TotalMilliseconds:0} ms, try {request.Try}{again}");
    }

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

    /// <summary>Colour of a record's state.</summary>
    public static ConsoleColor Colour(LedgerState state) => state switch
    {
        LedgerState.Parked => ConsoleColor.Red,
        LedgerState.Written => ConsoleColor.Green,
        LedgerState.Waiting or LedgerState.Pending => ConsoleColor.Yellow,
        _ => ConsoleColor.Gray,
    };

    /// <summary>How the operating system's task ended, by the exit codes of Invoke-PulpoSync.ps1; empty where it has not.</summary>
    public static string ExitCode(int? code) => code switch
    {
        null => "",
        0 => "FINISHED",
        1 => "FAILED",
        2 => "FINISHED PARTIALLY",
        5 => "SET-UP IS WRONG",
        _ => string.Create(CultureInfo.InvariantCulture, $"exit code {code}"),
    };

    /// <summary>Colour of how the operating system's task ended.</summary>
    public static ConsoleColor ExitColour(int? code) => code switch
    {
        null => ConsoleColor.Gray,
        0 => ConsoleColor.Green,
        2 => ConsoleColor.Yellow,
        _ => ConsoleColor.Red,
    };

    /// <summary>A log line's weight, short enough for a narrow console.</summary>
    public static string Level(LogLevel level) => level is LogLevel.Information ? "Info" : level.ToString();

    /// <summary>A code and its sentence; a blank code is left out.</summary>
    public static string Why(string? code, string? message) => string.IsNullOrEmpty(code) ? message ?? "" : $"{code}: {message}";

    /// <summary>How long ago, in the largest unit that tells something: <c>8 min</c>; empty where there is none.</summary>
    public static string Lag(TimeSpan? lag) => lag switch
    {
        null => "",
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{lag.Value.TotalMinutes:0} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{lag.Value.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{lag.Value.TotalDays:0} days"),
    };

    /// <summary>When an integration is due next; <c>off</c> where it is disabled.</summary>
    public static string Due(IntegrationStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status.Enabled ? Minute(status.NextDueAt) : "off";
    }

    /// <summary>Names and values, one pair a line.</summary>
    public static string Settings(IEnumerable<KeyValuePair<string, string>>? settings) =>
        string.Join('\n', (settings ?? []).Select(setting => $"{setting.Key} = {OneLine(setting.Value)}"));

    /// <summary>A list that is kept as lines, in one.</summary>
    public static string OneLine(string? value) => (value ?? "").ReplaceLineEndings(", ");

    /// <summary>Fields of a credential, one a line.</summary>
    public static string Fields(IEnumerable<FieldInfo>? fields) =>
        string.Join('\n', (fields ?? []).Select(field => $"{field.Name}{(field.IsSecret ? " (secret)" : "")}: {field.Description}"));

    /// <summary>Names of settings by type.</summary>
    public static string Names(IEnumerable<SettingInfo>? settings) => string.Join(
        '\n', (settings ?? []).GroupBy(setting => setting.Type).Select(type => $"{type.Key.ToStoredName()}: {string.Join(", ", type.Select(setting => setting.Name))}"));

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
