using System.Text.Json;
using PulpoSync.Engine;

namespace PulpoSync.Tests.Cli;

/// <summary>The demo on the real engine, the real store and the sandbox.</summary>
[Collection("Cli")]
public class DemoTests
{
    private readonly CliFixture _cli = new() { RealEngine = new RuntimeFactory() };

    [Fact]
    public async Task Demo_ends_with_every_order_accounted_for()
    {
        Assert.Equal(0, await _cli.RunAsync("demo", "--json"));

        var end = _cli.OutLines[^1];
        Assert.Equal("demoFinished", Event(end));
        Assert.Equal(243, end.GetProperty("inShops").GetInt32());
        Assert.Empty(end.GetProperty("untraced").EnumerateArray());
        Assert.Empty(end.GetProperty("unexplained").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, end.GetProperty("store").ValueKind);
        Assert.Equal(4, _cli.OutLines.Count(line => Event(line) == "runFinished"));
        Assert.Contains(_cli.OutLines, line => Event(line) == "notArrived" && line.GetProperty("reason").GetString() == "NoWarehouse");
    }

    [Fact]
    public async Task Demo_second_run_carries_what_changed()
    {
        await _cli.RunAsync("demo", "--json");

        var second = _cli.OutLines.Last(line => Event(line) == "runFinished" && line.GetProperty("integration").GetString() == "Busy shop orders");
        Assert.Equal("Finished", second.GetProperty("status").GetString());
        Assert.Equal(3, second.GetProperty("updated").GetInt32());
        Assert.Equal(3, second.GetProperty("cancelled").GetInt32());
        Assert.Contains(_cli.OutLines, line => Event(line) == "runWarning" && line.GetProperty("code").GetString() == "CancelTooLate");
        Assert.Contains(_cli.OutLines, line => Event(line) == "runWarning" && line.GetProperty("code").GetString() == "ChangedAfterPicking");
    }

    [Fact]
    public async Task Demo_leaves_nothing_behind_unless_it_shall()
    {
        await _cli.RunAsync("demo");
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"pulposync-demo-{Environment.ProcessId}-*"));
        Assert.Contains("each one accounted for", _cli.Out);
        Assert.Contains("FINISHED PARTIALLY", _cli.Out);

        await _cli.RunAsync("demo", "--keep", "--json");
        var store = _cli.OutLines[^1].GetProperty("store").GetString()!;
        try
        {
            Assert.Equal(0, await _cli.RunAsync("record", "1009", "--integration", "Busy*", "--store", store));
            Assert.Contains("EmptySku", _cli.Out);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(store)!, recursive: true);
        }
    }

    private static string? Event(JsonElement line) => line.GetProperty("event").GetString();
}
