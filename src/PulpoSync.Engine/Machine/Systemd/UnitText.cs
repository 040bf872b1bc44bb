using System.Text;

namespace PulpoSync.Engine.Machine.Systemd;

/// <summary>The text of the two units: a service that looks once, and a timer that starts it. Pure.</summary>
internal static class UnitText
{
    /// <summary>Section that systemd leaves alone (its name begins with X-) and that tells us what we have registered.</summary>
    public const string OwnSection = "X-PulpoSync";

    private const string Header = "# Made by Register-IntegrationSchedule, which writes it anew. For changes of your own: systemctl edit.";
    private static readonly string[] Homes = ["/home/", "/root/", "/run/user/"];
    private static readonly string[] Temporary = ["/tmp/", "/var/tmp/"];

    /// <summary>The service.</summary>
    /// <param name="task">The task.</param>
    /// <param name="isSystem">False for a unit of one user's own manager, which can neither change accounts nor fence off the disk.</param>
    public static string Service(MachineTask task, bool isSystem)
    {
        var text = new StringBuilder();
        text.Lines(Header, "[Unit]", "Description=PulpoSync: run the integrations that are due");
        if (isSystem) text.Lines("Wants=network-online.target", "After=network-online.target");
        text.Lines("", "[Service]", "Type=oneshot");
        if (isSystem) text.Lines($"User={task.Account}");
        text.Lines(
            $"ExecStart={string.Join(' ', task.Run.Arguments.Prepend(task.Run.Program).Select(Command))}",
            "Environment=POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off",
            "# 2: finished, some records wait for a person; the log names them.",
            "SuccessExitStatus=2",
            "# A first import may be long. What is ended then goes on in the next run.",
            FormattableString.Invariant($"TimeoutStartSec={task.TimeLimit.TotalSeconds:0}"),
            "# As Ctrl+C: a run ends at its next page. PowerShell would die of SIGTERM.",
            "KillSignal=SIGINT",
            "TimeoutStopSec=2min");
        if (isSystem) text.Append(Fence(task));
        text.Lines(
            "", $"[{OwnSection}]", $"Name={task.Name}", $"Account={task.Account}", $"Store={task.StorePath}", FormattableString.Invariant($"Every={task.Every}"));
        return text.ToString();
    }

    /// <summary>The timer.</summary>
    public static string Timer(MachineTask task) => new StringBuilder().Lines(
        Header, "[Unit]", FormattableString.Invariant($"Description=PulpoSync: look every {task.Every} min what is due"),
        "", "[Timer]", task.Every == 60 ? "OnCalendar=hourly" : FormattableString.Invariant($"OnCalendar=*:0/{task.Every}"),
        "AccuracySec=5s", "# Once after the machine was off.", "Persistent=true",
        "", "[Install]", "WantedBy=timers.target").ToString();

    /// <summary>A word of a command: what systemd would replace is doubled, what it would part is quoted.</summary>
    internal static string Command(string word) => Quoted(word.Replace("$", "$$", StringComparison.Ordinal));

    // The service may write where the store is and nowhere else; what lies in a home or in a temporary folder must stay visible.
    private static string Fence(MachineTask task)
    {
        string[] needed = [task.StorePath, task.Run.Program, .. task.Run.Arguments];
        string Unless(string[] roots) => needed.Any(path => roots.Any(root => path.StartsWith(root, StringComparison.Ordinal))) ? "no" : "yes";
        return new StringBuilder().Lines(
            "NoNewPrivileges=yes", $"PrivateTmp={Unless(Temporary)}", "ProtectSystem=strict", $"ProtectHome={Unless(Homes)}",
            $"ReadWritePaths={Quoted(Path.GetDirectoryName(task.StorePath)!)}").ToString();
    }

    private static string Quoted(string word)
    {
        var text = word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal);
        return text.Length > 0 && text.All(sign => char.IsAsciiLetterOrDigit(sign) || "-_./=:,%$".Contains(sign, StringComparison.Ordinal)) ? text : $"\"{text}\"";
    }

    private static StringBuilder Lines(this StringBuilder text, params string[] lines)
    {
        foreach (var line in lines) text.Append(line).Append('\n');
        return text;
    }
}
