using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Tests.Cli;

/// <summary>The command line as a process of its own, ended as a service manager ends it.</summary>
[Collection("Cli")]
public class StopSignalTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Sandbox_prints_how_to_get_in_and_ends_in_good_order(string signal)
    {
        // Windows has no such signals to send, and a job in the background of a shell has inherited that INT is ignored: then so does the sandbox.
        if (OperatingSystem.IsWindows() || (signal == "INT" && IsInterruptIgnored())) return;

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

    private static bool IsInterruptIgnored()
    {
        const int Interrupt = 2;
        const string Ignored = "SigIgn:";
        if (!File.Exists("/proc/self/status")) return false;
        var mask = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..].Trim();
        return (long.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (Interrupt - 1) & 1) == 1;
    }
}
