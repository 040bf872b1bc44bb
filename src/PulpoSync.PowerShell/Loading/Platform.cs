using System.Runtime.InteropServices;

namespace PulpoSync.PowerShell.Loading;

/// <summary>Operating system (<c>win</c>, <c>linux</c>, <c>osx</c>) and processor (<c>x64</c>, <c>arm64</c>) in the words of runtime identifiers.</summary>
internal sealed record Platform(string System, string Processor)
{
    /// <summary>Where this process runs.</summary>
    public static Platform Current { get; } = new(
        OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux",
#pragma warning disable CA1308 // Runtime identifiers are written in lower case.
        RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());
#pragma warning restore CA1308
}
