using System.Globalization;
using PulpoSync.Benchmarks.Limits;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;
using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>How much of what a vendor allows is used while there is work. In virtual time: nothing but the limit is waited for.</summary>
internal static class LimitScenarios
{
    // Shopify's smallest plan: what its bucket holds and gets back in a second, and what is left to others that use the same app.
    private const double Capacity = 2000;
    private const double PerSecond = 100;
    private const double Reserve = 200;

    public static async Task<Report> ShopifyAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var span = options.Short ? TimeSpan.FromMinutes(2) : TimeSpan.FromDays(1);
        using var points = new PointsCounter();
        await using var world = await ReadingWorld.StartAsync(points, cancellationToken);
        world.Host.AddShop(new WorldPlan(0).Shop with { Throttling = true }).Seed(new ShopSeed { Orders = options.Size(5000, 200), Plain = true, From = world.Time.GetUtcNow().AddDays(-8) });
        await world.ReadAsync(
            new ShopifySystem(), "shopify/bench", new Dictionary<string, string>(), new Dictionary<string, string> { ["AccessToken"] = Login.ShopToken }, SettingBag.Empty, span,
            cancellationToken);
        var allowed = Capacity - Reserve + (PerSecond * world.Time.Passed.TotalSeconds);
        return new Report(
            string.Create(CultureInfo.InvariantCulture, $"Shopify's bucket over {span.TotalHours:0.0} hours of reading orders, in virtual time"), ["", ""],
            [["requests", Text(points.Answers)], ["points used", Text(points.Used)], ["points available, less the reserve", Text(allowed)]],
            [
                new Measure("points used ÷ points available", Spread.Of([points.Used / allowed]), 0.97, Format: "0.000"),
                new Measure("THROTTLED answers", Spread.Of([points.Throttled]), 0, AtMost: true, "0"),
            ]);
    }

    public static async Task<Report> BillbeeAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        const string orders = "GET /api/v1/orders";
        var span = options.Short ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1);
        await using var world = await ReadingWorld.StartAsync(handler: null, cancellationToken);
        var account = world.Host.AddAccount(new BillbeeOptions { Name = "bench" });
        account.Seed(new BillbeeSeed { Orders = options.Size(2000, 200), Plain = true });
        await world.ReadAsync(
            new BillbeeSystem(), "billbee/bench", new Dictionary<string, string> { ["UserName"] = account.Options.UserName },
            new Dictionary<string, string> { ["Password"] = account.Options.ApiPassword, ["DeveloperKey"] = account.Options.DeveloperKey },
            new SettingBag(new Dictionary<string, string> { ["PageSize"] = "10" }), span, cancellationToken);
        var rate = account.Rates.Of(orders)!;
        return new Report(
            string.Create(CultureInfo.InvariantCulture, $"Billbee's limit over {span.TotalMinutes:0} minutes of reading orders, in virtual time"), ["", ""],
            [["requests", Text(rate.Count)], ["most within a second", Text(rate.MaxPerSecond)]],
            [
                new Measure("requests ÷ allowed", Spread.Of([rate.ShareOfLimit]), 0.97, Format: "0.000"),
                new Measure("429 answers", Spread.Of([rate.Refused]), 0, AtMost: true, "0"),
            ]);
    }

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
