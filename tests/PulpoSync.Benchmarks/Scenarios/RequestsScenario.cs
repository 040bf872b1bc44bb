using System.Globalization;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;
using PulpoSync.Sandbox;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>
/// Counts the requests of a first import. A token is there already from the set-up; everything else that a run asks is counted, the checks before it
/// included.
/// </summary>
internal static class RequestsScenario
{
    // The largest page that fits the most points which Shopify allows for one query; orders and customers of one bulk call.
    private const int Batch = 50;
    private const int Listed = 100;
    private const int Countries = 249;

    public static async Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var plan = new WorldPlan(options.OrdersOf(1000, 100));
        var lists = await CountAsync(plan, cancellationToken);
        var single = await CountAsync(plan with { MultiValueFilter = MultiValueFilter.Empty }, cancellationToken);
        var least = Least(plan);
        var rows = lists.ByOperation.Keys.Union(single.ByOperation.Keys).Order(StringComparer.Ordinal)
            .Select(IReadOnlyList<string> (operation) => [operation, Of(lists, operation), Of(single, operation), least.GetValueOrDefault(operation, 1).ToString(CultureInfo.InvariantCulture)]).ToList();
        rows.Add(["all", Text(lists.Total), Text(single.Total), Text(lists.ByOperation.Keys.Sum(operation => least.GetValueOrDefault(operation, 1)))]);
        return new Report(
            string.Create(CultureInfo.InvariantCulture, $"Requests for {plan.Orders:N0} new orders, every second one of a new customer"),
            ["operation", "PULPO takes lists of values", "it does not", "bare minimum"], rows,
            [
                Measure.Told("requests per 1,000 orders, with lists of values at PULPO", lists.Total * 1000.0 / plan.Orders, "0"),
                Measure.Told("requests per 1,000 orders, without", single.Total * 1000.0 / plan.Orders, "0"),
                Measure.Told("bare minimum per 1,000 orders", lists.ByOperation.Keys.Sum(operation => least.GetValueOrDefault(operation, 1)) * 1000.0 / plan.Orders, "0"),
            ]);
    }

    // What nobody could do with fewer, if all customers and products were known to be asked for together; what is not named here is asked once.
    private static Dictionary<string, int> Least(WorldPlan plan) => new(StringComparer.Ordinal)
    {
        ["shopify OrdersPage"] = Calls(plan.Orders, Batch),
        ["pulpo GET /api/v1/countries"] = Calls(Countries, Listed),
        ["pulpo GET /api/v1/inventory/products"] = Calls(WorldPlan.Products, Listed),
        ["pulpo GET /api/v1/iam/third_parties"] = Calls(plan.Orders / 2, Listed),
        ["pulpo POST /api/v1/iam/bulk/third_parties"] = Calls(plan.Orders / 2, Batch),
        ["pulpo POST /api/v1/sales/bulk/orders"] = Calls(plan.Orders, Batch),
    };

    private static int Calls(int things, int atOnce) => (things + atOnce - 1) / atOnce;

    private static async Task<TrafficCounts> CountAsync(WorldPlan plan, CancellationToken cancellationToken)
    {
        await using var world = await ImportedWorld.BuildAsync(plan, TimeSpan.Zero, cancellationToken);
        return await world.CountAsync(cancellationToken);
    }

    private static string Of(TrafficCounts counts, string operation) => Text(counts.ByOperation.GetValueOrDefault(operation));

    private static string Text(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
