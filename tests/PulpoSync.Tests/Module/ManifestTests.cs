using System.Text.RegularExpressions;

namespace PulpoSync.Tests.Module;

public sealed class ManifestTests
{
    private readonly string _manifest = File.ReadAllText(ModuleFolder.File("PulpoSync.psd1"));

    [Fact]
    public void Exports_are_exactly_the_cmdlets_of_the_assembly()
    {
        var exports = Value("CmdletsToExport").Split('\'').Where((_, at) => at % 2 == 1);

        Assert.Equal(ModuleFolder.Cmdlets.Select(cmdlet => cmdlet.Name), exports);
    }

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("VariablesToExport")]
    [InlineData("AliasesToExport")]
    public void Nothing_else_is_exported(string entry) => Assert.Equal("@()", Value(entry));

    [Theory]
    [InlineData("GUID", "4382e2b3-ffb6-46a2-91f0-792f6fd6642c")]
    [InlineData("PowerShellVersion", "7.4")]
    [InlineData("RootModule", "PulpoSync.PowerShell.dll")]
    public void Identity_is_fixed(string entry, string value) => Assert.Equal($"'{value}'", Value(entry));

    [Fact]
    public void Version_is_that_of_the_assembly_and_of_the_newest_change()
    {
        var version = ModuleFolder.Assembly.GetName().Version!.ToString(3);
        var newest = File.ReadLines(ModuleFolder.Source("CHANGELOG.md")).First(line => line.StartsWith("## ", StringComparison.Ordinal));

        Assert.Equal($"'{version}'", Value("ModuleVersion"));
        Assert.StartsWith($"## {version}", newest, StringComparison.Ordinal);
    }

    private string Value(string entry)
    {
        var match = Regex.Match(_manifest, $@"^\s+{entry}\s+=\s+(@\(.*?\)|'[^']*')", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(match.Success, $"The manifest has no {entry}.");
        return match.Groups[1].Value;
    }
}
