namespace PulpoSync.PowerShell.Loading;

/// <summary>Where a native library of this machine may lie below <c>lib/</c>.</summary>
internal static class NativeLibraries
{
    /// <summary>Relative paths, the likeliest first.</summary>
    /// <param name="runtimeIdentifier">What .NET calls this machine; distributions build it with names of their own (<c>debian.12-x64</c>).</param>
    /// <param name="platform">Operating system and processor.</param>
    /// <param name="name">Library as imported, without prefix and suffix (<c>e_sqlite3</c>).</param>
    public static IEnumerable<string> Candidates(string runtimeIdentifier, Platform platform, string name)
    {
        var file = platform.System switch
        {
            "win" => $"{name}.dll",
            "osx" => $"lib{name}.dylib",
            _ => $"lib{name}.so",
        };
        return Identifiers(runtimeIdentifier, platform)
            .Distinct()
            .Select(identifier => Path.Combine("runtimes", identifier, "native", file));
    }

    private static IEnumerable<string> Identifiers(string runtimeIdentifier, Platform platform)
    {
        yield return runtimeIdentifier;
        if (runtimeIdentifier.Contains("musl", StringComparison.Ordinal) || runtimeIdentifier.StartsWith("alpine", StringComparison.Ordinal))
            yield return $"{platform.System}-musl-{platform.Processor}";
        else
            yield return $"{platform.System}-{platform.Processor}";
    }
}
