using System.Globalization;

namespace PulpoSync.Tests.Support;

/// <summary>A test that sends a signal to a process of its own: left out, with the reason, where such a process would not hear it.</summary>
internal sealed class FactIfSignalAttribute : FactAttribute
{
    private const string Status = "/proc/self/status";
    private const string Ignored = "SigIgn:";

    /// <param name="signal">The signal's number.</param>
    public FactIfSignalAttribute(int signal)
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no such signals to send.";
        else if (IsIgnored(signal)) Skip = "The shell that started the tests has the signal ignored, as it does for jobs in the background.";
    }

    // What is ignored is inherited. Elsewhere than on Linux nobody tells.
    private static bool IsIgnored(int signal)
    {
        if (!File.Exists(Status)) return false;
        var mask = File.ReadLines(Status).First(line => line.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..].Trim();
        return (long.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1;
    }
}
