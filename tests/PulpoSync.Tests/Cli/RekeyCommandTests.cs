using PulpoSync.Cli.Hosting;
using PulpoSync.Engine;

namespace PulpoSync.Tests.Cli;

[Collection("Cli")]
public sealed class RekeyCommandTests : IDisposable
{
    private readonly CliFixture _cli = new() { RealEngine = new RuntimeFactory() };
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-rekey-").FullName;

    private string Store => Path.Combine(_folder, "store.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rekey_replaces_the_key_and_says_what_to_keep()
    {
        Assert.Equal(0, await _cli.RunAsync("init", "--store", Store));
        var old = File.ReadAllText(Store + ".key");

        Assert.Equal(0, await _cli.RunAsync("rekey", "--store", Store));

        Assert.NotEqual(old, File.ReadAllText(Store + ".key"));
        Assert.Contains($"{Store} has a new key: {Store}.key (0 secrets encrypted anew)", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("Backups from before need the old key.", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await _cli.RunAsync("status", "--store", Store));
    }

    [Fact]
    public async Task Rekey_as_json_is_one_line_without_the_key()
    {
        await _cli.RunAsync("init", "--store", Store);

        Assert.Equal(0, await _cli.RunAsync("rekey", "--store", Store, "--json"));

        var line = Assert.Single(_cli.OutLines);
        Assert.Equal(Store + ".key", line.GetProperty("keySource").GetString());
        Assert.DoesNotContain(File.ReadAllText(Store + ".key").Trim(), _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rekey_of_a_store_that_is_not_there_makes_none()
    {
        Assert.Equal(ExitCodes.Configuration, await _cli.RunAsync("rekey", "--store", Store));

        Assert.Contains("There is no store", _cli.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
