namespace PulpoSync.Engine.Machine;

/// <summary>Accounts of a machine that is not Windows, and what they can do.</summary>
internal sealed class Accounts(IPrograms programs)
{
    // What systemd gives to a service; whoever sets up may have more.
    private const string Path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Who this process is.</summary>
    public static string Current => Environment.UserName;

    /// <summary>True where this process may act for others.</summary>
    public static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>Refuses an account that does not exist, or for which this process may not act.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.AccountInvalid"/>.</exception>
    public void Require(string account)
    {
        if (account == Current) return;
        if (account.StartsWith('-') || !programs.Run(new ProgramCall("id", "-u", account)).IsDone)
            throw new PulpoSyncException(
                ErrorIds.AccountInvalid, $"There is no account '{account}' on this machine. Make one: sudo useradd --system --shell /usr/sbin/nologin {account}", account);
        if (!IsRoot)
            throw new PulpoSyncException(
                ErrorIds.AccountInvalid, $"Only root may set up for another account. Type the same in 'sudo pwsh', or leave out '{account}' to run as {Current}.", account);
    }

    /// <summary>Runs a program as an account, with nothing in its environment that this process happens to have.</summary>
    public ProgramResult RunAs(string account, ProgramCall call, CancellationToken cancellationToken = default)
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = Path, ["HOME"] = HomeOf(account), ["USER"] = account, ["LOGNAME"] = account, ["LANG"] = "C.UTF-8",
        };
        return programs.Run(account == Current ? call : For(account, call), environment, alone: true, cancellationToken);
    }

    private static ProgramCall For(string account, ProgramCall call) => OperatingSystem.IsLinux()
        ? new ProgramCall("runuser", ["-u", account, "--", call.Program, .. call.Arguments])
        : new ProgramCall("sudo", ["-n", "-u", account, "--", call.Program, .. call.Arguments]);

    // name:password:id:group:comment:home:shell
    private string HomeOf(string account) =>
        programs.Run(new ProgramCall("getent", "passwd", account)).Output.Trim().Split(':') is { Length: >= 6 } fields ? fields[5] : "/";
}
