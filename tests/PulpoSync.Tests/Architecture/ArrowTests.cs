using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Architecture;

/// <summary>Who may know whom: the arrows of docs/ARCHITECTURE.md.</summary>
public partial class ArrowTests
{
    [Theory]
    [InlineData("PulpoSync.Abstractions", "")]
    [InlineData("PulpoSync.Engine", "PulpoSync.Abstractions")]
    [InlineData("PulpoSync.PowerShell", "PulpoSync.Abstractions")]
    [InlineData("PulpoSync.Sandbox", "")]
    [InlineData("PulpoSync.Cli", "PulpoSync.Abstractions PulpoSync.Engine PulpoSync.Sandbox")]
    public void Projects_reference_only_what_the_arrows_allow(string project, string allowed)
    {
        var text = File.ReadAllText(Repository.File($"src/{project}/{project}.csproj"));

        var referenced = ProjectReference().Matches(text).Select(match => Path.GetFileNameWithoutExtension(match.Groups[1].Value));

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), referenced.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Abstractions_uses_the_base_class_library_only()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "PulpoSync.Abstractions.dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();

        var names = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));

        Assert.All(names, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Theory]
    // A room of the engine, and the rooms it may name.
    [InlineData("Rules", "Contracts")]
    [InlineData("Scheduling", "Contracts")]
    [InlineData("Flows", "Contracts Rules Scheduling")]
    [InlineData("Runs", "Contracts Diagnostics Flows Scheduling Secrets Setup")]
    [InlineData("Storage", "Contracts Diagnostics Secrets")]
    [InlineData("Machine", "Secrets Setup")]
    [InlineData("Connectors/Http", "Contracts Secrets")]
    [InlineData("Connectors/Shopify", "Contracts Connectors.Http")]
    [InlineData("Connectors/Pulpo", "Contracts Connectors.Http")]
    [InlineData("Connectors/Billbee", "Contracts Connectors.Http")]
    [InlineData("Contracts", "Connectors.Http")]
    public void Rooms_of_the_engine_know_only_their_neighbours(string room, string allowed)
    {
        var own = room.Replace('/', '.');
        var known = allowed.Split(' ').Append(own).ToList();

        var strangers = Sources($"src/PulpoSync.Engine/{room}")
            .SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Room: match.Groups[1].Value)))
            .Where(use => !known.Exists(name => use.Room == name || use.Room.StartsWith(name + '.', StringComparison.Ordinal)));

        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData("Rules")]
    [InlineData("Scheduling")]
    public void Rules_and_schedules_have_no_clock_and_no_input_or_output(string room)
    {
        var impure = Sources($"src/PulpoSync.Engine/{room}").Where(file => Impure().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);

        Assert.Empty(impure);
    }

    [Theory]
    [InlineData("Runs")]
    [InlineData("Rules")]
    [InlineData("Flows")]
    [InlineData("Storage")]
    [InlineData("Scheduling")]
    [InlineData("Setup")]
    [InlineData("Machine")]
    public void The_engine_names_no_vendor_outside_of_its_connectors(string room)
    {
        var named = Sources($"src/PulpoSync.Engine/{room}").Where(file => Vendor().IsMatch(Code(file))).Select(Path.GetFileName);

        Assert.Empty(named);
    }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Repository.File(folder), "*.cs", SearchOption.AllDirectories);

    // Comments may speak of a vendor, code may not; our own name contains one of theirs.
    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "").Replace("PulpoSync", "", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"using PulpoSync\.Engine\.([\w.]+);")]
    private static partial Regex Using();

    [GeneratedRegex(@"DateTime\.(Utc)?Now|DateTimeOffset\.(Utc)?Now|TimeProvider|HttpClient|File\.|Sqlite|Random|async ")]
    private static partial Regex Impure();

    [GeneratedRegex("Shopify|Pulpo|Billbee", RegexOptions.IgnoreCase)]
    private static partial Regex Vendor();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
