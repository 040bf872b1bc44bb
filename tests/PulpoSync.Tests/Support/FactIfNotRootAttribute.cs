namespace PulpoSync.Tests.Support;

/// <summary>A test of file rights on Unix: left out, with the reason, for an account that no rights hold back.</summary>
internal sealed class FactIfNotRootAttribute : FactAttribute
{
    public FactIfNotRootAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "File rights are those of Unix.";
        else if (Environment.IsPrivilegedProcess) Skip = "Root may write everywhere.";
    }
}
