using PulpoSync.PowerShell.Loading;

namespace PulpoSync.Tests.PowerShell;

public sealed class NativeLibrariesTests
{
    [Theory]
    [InlineData("linux-x64", "linux", "x64", "linux-x64/native/libe_sqlite3.so")]
    [InlineData("debian.12-x64", "linux", "x64", "linux-x64/native/libe_sqlite3.so")]
    [InlineData("ubuntu.24.04-arm64", "linux", "arm64", "linux-arm64/native/libe_sqlite3.so")]
    [InlineData("linux-musl-x64", "linux", "x64", "linux-musl-x64/native/libe_sqlite3.so")]
    [InlineData("alpine.3.20-x64", "linux", "x64", "linux-musl-x64/native/libe_sqlite3.so")]
    [InlineData("win-x64", "win", "x64", "win-x64/native/e_sqlite3.dll")]
    [InlineData("win10-arm64", "win", "arm64", "win-arm64/native/e_sqlite3.dll")]
    [InlineData("osx.14-arm64", "osx", "arm64", "osx-arm64/native/libe_sqlite3.dylib")]
    public void Candidates_lead_to_the_shipped_library(string runtimeIdentifier, string system, string processor, string expected)
    {
        var candidates = NativeLibraries.Candidates(runtimeIdentifier, new Platform(system, processor), "e_sqlite3");

        Assert.Equal(Path.Combine("runtimes", expected), candidates.Last().Replace('\\', '/'));
    }

    [Fact]
    public void Candidates_for_musl_never_name_the_library_of_another_C_runtime()
    {
        var candidates = NativeLibraries.Candidates("alpine.3.20-x64", new Platform("linux", "x64"), "e_sqlite3");

        Assert.DoesNotContain(candidates, candidate => candidate.Replace('\\', '/').Contains("/linux-x64/", StringComparison.Ordinal));
    }
}
