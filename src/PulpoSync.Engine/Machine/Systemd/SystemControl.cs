using System.Globalization;

namespace PulpoSync.Engine.Machine.Systemd;

/// <summary>Asks <c>systemctl</c>, of the machine's manager or of the user's own.</summary>
internal sealed class SystemControl(IPrograms programs, bool isSystem)
{
    // Times and words as they are parsed below, whatever this machine is set to.
    private static readonly Dictionary<string, string> Neutral = new() { ["LC_ALL"] = "C", ["TZ"] = "UTC", ["SYSTEMD_COLORS"] = "0" };

    /// <summary>True where there is a manager that takes units.</summary>
    public bool IsRunning => Run("is-system-running").Output.Trim() is not ("" or "offline" or "unknown");

    /// <summary>Does what must not fail.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.ScheduleRefused"/>.</exception>
    public void Do(string name, params string[] arguments)
    {
        var result = Run(arguments);
        if (!result.IsDone)
            throw new PulpoSyncException(
                ErrorIds.ScheduleRefused, $"systemctl {string.Join(' ', arguments)} failed: {result.Reason} Look into it with 'systemctl status {name}'.", name);
    }

    /// <summary>Properties of a unit; none where it is not loaded.</summary>
    public IReadOnlyDictionary<string, string> Show(string unit, params string[] properties) =>
        Run(["show", unit, "--property=" + string.Join(',', properties)]).Output.Split('\n')
            .Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2 && pair[1].Length > 0)
            .ToDictionary(pair => pair[0], pair => pair[1].Trim());

    /// <summary>A moment as systemctl writes it: <c>Fri 2026-11-27 16:52:00 UTC</c>; null for <c>n/a</c> and the like.</summary>
    public static DateTimeOffset? Moment(string? text) => DateTimeOffset.TryParseExact(
        text, "ddd yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private ProgramResult Run(params string[] arguments) =>
        programs.Run(new ProgramCall("systemctl", isSystem ? arguments : ["--user", .. arguments]), Neutral);
}
