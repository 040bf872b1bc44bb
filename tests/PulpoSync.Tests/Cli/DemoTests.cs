using System.Text.Json;
using System.Text.RegularExpressions;
using PulpoSync.Engine;
using PulpoSync.Torture.Faults;

namespace PulpoSync.Tests.Cli;

/// <summary>The demo on the real engine, the real store and the sandbox.</summary>
[Collection("Cli")]
public class DemoTests
{
    // It takes a while, and is the same every time.
    private static readonly Lazy<Task<(int ExitCode, IReadOnlyList<JsonElement> Lines, IReadOnlyList<JsonElement> Traffic)>> Told = new(async () =>
    {
        var cli = new CliFixture { RealEngine = new RuntimeFactory() };
        var file = Path.GetTempFileName();
        try
        {
            var exitCode = await cli.RunAsync("demo", "--json", "--record-to", file);
            return (exitCode, [.. cli.OutLines], [.. File.ReadLines(file).Select(line => JsonElement.Parse(line))]);
        }
        finally
        {
            File.Delete(file);
        }
    });

    private readonly CliFixture _cli = new() { RealEngine = new RuntimeFactory() };

    [Fact]
    public async Task Demo_ends_with_every_order_accounted_for()
    {
        var (exitCode, lines, _) = await Told.Value;

        Assert.Equal(0, exitCode);
        var end = lines[^1];
        Assert.Equal("demoFinished", Event(end));
        Assert.Equal(284, end.GetProperty("inShops").GetInt32());
        Assert.Empty(end.GetProperty("untraced").EnumerateArray());
        Assert.Empty(end.GetProperty("unexplained").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, end.GetProperty("store").ValueKind);
        Assert.Equal(28, lines.Count(line => Event(line) == "runFinished"));
        Assert.Contains(lines, line => Event(line) == "notArrived" && line.GetProperty("reason").GetString() == "NoWarehouse");
    }

    [Fact]
    public async Task Demo_goes_the_whole_way_round()
    {
        var (_, lines, _) = await Told.Value;

        var (end, order) = (lines[^1], lines.Single(line => Event(line) == "demoCircle"));
        Assert.Empty(end.GetProperty("differences").EnumerateArray());
        string[] compared = ["shippedLines", "parcels", "stockFigures", "returns", "counterSales", "labels", "states"];
        Assert.All(compared, name => Assert.True(end.GetProperty(name).GetInt32() > 0, name));
        Assert.Equal(("#1001", "1001", "ended"), (Text(order, "order"), Text(order, "number"), Text(order, "state")));
        Assert.Equal(("DHL", "#1001-R1"), (Text(order, "carrier"), Text(order, "return")));
        Assert.Contains("in-warehouse", order.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.NotEqual("", Text(order, "trackingNumber"));
        Assert.True(order.GetProperty("refunded").GetDecimal() > 0);
        Assert.Equal(order.GetProperty("stockInPulpo").GetInt64(), order.GetProperty("stockAfter").GetInt64());
        Assert.NotEqual(order.GetProperty("stockBefore").GetInt64(), order.GetProperty("stockAfter").GetInt64());
        Assert.Equal(8, lines.Where(line => Event(line) == "runFinished").Select(line => Text(line, "type")).Distinct().Count());
    }

    [Fact]
    public async Task Demo_follows_an_order_of_Billbee_to_its_label()
    {
        var (_, lines, _) = await Told.Value;

        var order = lines.Single(line => Event(line) == "demoBillbee");
        Assert.Equal(Text(order, "order"), Text(order, "number"));
        Assert.Equal(("shipping", "DHL Paket", "DHL"), (Text(order, "state"), Text(order, "shippingMethod"), Text(order, "shipper")));
        var label = Assert.Single(order.GetProperty("trackingNumbers").EnumerateArray()).GetString();
        Assert.NotEqual("", label);
        Assert.Equal(label, Assert.Single(order.GetProperty("boxTrackingNumbers").EnumerateArray()).GetString());
        Assert.Equal((1, 4), (order.GetProperty("files").GetInt32(), order.GetProperty("billbeeState").GetInt32()));
        Assert.Contains(lines, line => Event(line) == "notArrived" && Text(line, "reason") == "ParentOrder");
        Assert.Contains(lines, line => Event(line) == "notArrived" && Text(line, "reason") == "CancellationDocument");
    }

    [Fact]
    public async Task Demo_second_run_carries_what_changed()
    {
        var (_, lines, _) = await Told.Value;

        var second = lines.Last(line => Event(line) == "runFinished" && line.GetProperty("integration").GetString() == "Busy shop orders");
        Assert.Equal("Finished", second.GetProperty("status").GetString());
        Assert.Equal(3, second.GetProperty("updated").GetInt32());
        Assert.Equal(3, second.GetProperty("cancelled").GetInt32());
        Assert.Contains(lines, line => Event(line) == "runWarning" && line.GetProperty("code").GetString() == "CancelTooLate");
        Assert.Contains(lines, line => Event(line) == "runWarning" && line.GetProperty("code").GetString() == "ChangedAfterPicking");
    }

    [Fact]
    public async Task Demo_asks_at_no_endpoint_that_the_faults_do_not_know()
    {
        var (_, _, traffic) = await Told.Value;

        var asked = traffic.Select(line => (System: Text(line, "system")!, Operation: Operation(line))).Distinct().ToList();
        Assert.NotEmpty(asked);
        var unknown = asked.Where(one => !Endpoints.Elsewhere.ContainsKey(one.Operation)
            && !Endpoints.All.Any(endpoint => endpoint.System == one.System && IsOf(endpoint.Operation, one.Operation))).ToList();
        Assert.True(unknown.Count == 0, string.Join(", ", unknown));
    }

    [Fact]
    public async Task Demo_leaves_nothing_behind_unless_it_shall()
    {
        await _cli.RunAsync("demo");
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"pulposync-demo-{Environment.ProcessId}-*"));
        Assert.Contains("each one accounted for", _cli.Out);
        Assert.Contains("Order #1001 of the plain shop, the whole way round:", _cli.Out);
        Assert.Contains("FINISHED PARTIALLY", _cli.Out);

        await _cli.RunAsync("demo", "--keep", "--json");
        var store = _cli.OutLines[^1].GetProperty("store").GetString()!;
        try
        {
            Assert.Equal(0, await _cli.RunAsync("record", "1009", "--integration", "Busy*", "--store", store));
            Assert.Contains("EmptySku", _cli.Out);

            // Whoever asks for an order is told of all that it became.
            Assert.Equal(0, await _cli.RunAsync("record", "1001", "--integration", "Plain*", "--json", "--store", store));
            Assert.Equal(
                ["generate_shipments", "returns", "sales_orders", "status_updates"],
                _cli.OutLines.Select(line => Text(line, "type")).Distinct().Order(StringComparer.Ordinal));
            Assert.Contains(_cli.OutLines, line => Text(line, "number")!.StartsWith("1001 (", StringComparison.Ordinal));
            await _cli.RunAsync("record", "1001", "--integration", "Plain*", "--store", store);
            Assert.Contains("Plain shop returns (returns)", _cli.Out);
            Assert.Contains("Plain shop shipments (generate_shipments)", _cli.Out);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(store)!, recursive: true);
        }
    }

    private static string Operation(JsonElement line) => Text(line, "system") == "shopify"
        ? Text(JsonElement.Parse(Text(line, "requestBody")!), "operationName")!
        : $"{Text(line, "method")} /{Text(line, "path")!.Trim('/')}";

    // Names of REST operations have a word in braces where an id stands.
    private static bool IsOf(string name, string operation) => Regex.IsMatch(operation, $"^{Regex.Replace(name, @"\{\w+\}", "[^/]+")}$");

    private static string? Event(JsonElement line) => Text(line, "event");

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
