using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PulpoSync.Cli.Hosting;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Cli;

/// <summary>The command line as a process of its own, ended as a service manager ends it.</summary>
[Collection("Cli")]
public class StopSignalTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [FactIfSignal(Terminate)]
    public Task Sandbox_terminated_prints_how_to_get_in_and_ends_in_good_order() => EndsInGoodOrderAsync("TERM");

    [FactIfSignal(Interrupt)]
    public Task Sandbox_interrupted_prints_how_to_get_in_and_ends_in_good_order() => EndsInGoodOrderAsync("INT");

    private static async Task EndsInGoodOrderAsync(string signal)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CliContext).Assembly.Location, "sandbox", "--json", "--orders", "3"])
        {
            RedirectStandardOutput = true,
        })!;
        var line = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement;
        Assert.Equal("sandboxStarted", line.GetProperty("event").GetString());
        Assert.Equal("shpat_sandbox_acme-plain", line.GetProperty("shops")[0].GetProperty("accessToken").GetString());
        using var client = new HttpClient();
        var world = new Uri(new Uri(line.GetProperty("control").GetString()!), "shopify/acme-plain/orders");
        using var orders = JsonDocument.Parse(await client.GetStringAsync(world));

        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();

        Assert.Equal(3, orders.RootElement.GetArrayLength());
        Assert.Equal(0, process.ExitCode);
    }
}
