using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PulpoSync.Sandbox;
using PulpoSync.Torture.Kills;
using Xunit.Abstractions;

namespace PulpoSync.Tests.EndToEnd.Kills;

/// <summary>Runs of the real command line on a real store, killed (SIGKILL) and started again.</summary>
public class KillTests(ITestOutputHelper output)
{
    private const int Orders = 5000;
    private const string CreateOrders = "POST /api/v1/sales/bulk/orders";
    private const string CreateCustomers = "POST /api/v1/iam/bulk/third_parties";
    private const string UpdateOrder = "PUT /api/v1/sales/orders/{id}";
    private const string CancelOrder = "POST /api/v1/sales/orders/{id}/cancel";
    private const string Account = "shopify:acme.myshopify.com";

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("PULPOSYNC_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public async Task Run_killed_at_twenty_moments_of_the_import_ends_with_each_order_once()
    {
        (KillPoint, string?)[] points =
        [
            .. Enumerable.Repeat((KillPoint.AnyMoment, (string?)null), 10),
            (KillPoint.Prepared, null), (KillPoint.Prepared, null),
            (KillPoint.InFlight, CreateOrders), (KillPoint.InFlight, CreateOrders),
            (KillPoint.AnswerOut, CreateOrders), (KillPoint.AnswerOut, CreateOrders), (KillPoint.AnswerOut, CreateCustomers),
            (KillPoint.Committing, null), (KillPoint.Committing, null),
            (KillPoint.Committed, null),
        ];
        var startFrom = DateTimeOffset.UtcNow.AddDays(-8);
        Pace pace;
        await using (var undisturbed = await ShopAsync(Orders, startFrom)) pace = await Pace.OfAsync(undisturbed);
        await using var rehearsal = await ShopAsync(Orders, startFrom);
        var random = new Random(Seed);

        // Twenty starts and as many half pages done again: a killed import comes little more than half as far as an undisturbed one.
        await KillAndFinishAsync(rehearsal, random, pace.Draw(random, points, share: 1));

        World.AssertEqual(rehearsal, startFrom);
        await AssertSettledAsync(rehearsal);
    }

    [Fact]
    public async Task Run_killed_amid_updates_and_cancels_leaves_PULPO_as_the_shop_is()
    {
        (KillPoint, string?)[] points =
        [
            (KillPoint.AnyMoment, null), (KillPoint.AnyMoment, null), (KillPoint.Prepared, null), (KillPoint.Committing, null),
            (KillPoint.InFlight, UpdateOrder), (KillPoint.AnswerOut, UpdateOrder), (KillPoint.InFlight, CancelOrder), (KillPoint.AnswerOut, CancelOrder),
            (KillPoint.InFlight, CreateOrders),
        ];
        var startFrom = DateTimeOffset.UtcNow.AddDays(-8);
        Pace pace;
        await using (var undisturbed = await EditedShopAsync(startFrom)) pace = await Pace.OfAsync(undisturbed);
        await using var rehearsal = await EditedShopAsync(startFrom);
        var random = new Random(Seed);

        await KillAndFinishAsync(rehearsal, random, pace.Draw(random, points, share: 0.7));

        ShopEdits.AssertFollowed(rehearsal, startFrom, Account);
        await AssertSettledAsync(rehearsal);
    }

    private static async Task<Rehearsal> EditedShopAsync(DateTimeOffset startFrom)
    {
        var rehearsal = await ShopAsync(1000, startFrom);
        await rehearsal.RunAsync();
        ShopEdits.Make(rehearsal, new Random(Seed), 300, startFrom, Account);
        return rehearsal;
    }

    private static async Task<Rehearsal> ShopAsync(int orders, DateTimeOffset startFrom)
    {
        var rehearsal = await Rehearsal.StartAsync();
        rehearsal.Shop.Seed(new ShopSeed { Seed = 7, Orders = orders });
        await rehearsal.AddOrdersAsync(settings: World.Settings(startFrom));
        return rehearsal;
    }

    private async Task KillAndFinishAsync(Rehearsal rehearsal, Random random, IReadOnlyList<KillMoment> moments)
    {
        var hits = moments.CountBy(moment => moment.Point).OrderBy(point => point.Key).Select(point => $"{point.Value} × {point.Key}");
        output.WriteLine($"Seed {Seed} (PULPOSYNC_TEST_SEED): {string.Join(", ", hits)}");
        var time = Stopwatch.StartNew();
        await rehearsal.Runtime.DisposeAsync();
        var killer = new Killer(rehearsal.Sandbox, random);
        var events = new List<JsonElement>();
        foreach (var moment in moments)
        {
            var shot = await killer.KillAsync(moment, Start);
            Assert.True(shot.IsHit, $"The run ended before it could be killed {moment}. {shot.Errors}");
            events.AddRange(shot.Events);
            output.WriteLine($"killed {moment}: {shot.Requests} requests, {shot.Events.Count} events, {rehearsal.Tenant.Orders.Count} orders in PULPO");
        }

        var end = await killer.FinishAsync(Start);
        events.AddRange(end.Events);
        var last = end.Events[^1];
        await rehearsal.ReopenAsync();
        output.WriteLine($"{moments.Count} kills and the last run took {time.Elapsed}. The last run: {last}");

        // The lease of a dead process is taken over at once: nobody was sent away.
        Assert.DoesNotContain(events, line => line.GetProperty("event").GetString() == "runSkipped");
        var runs = rehearsal.Runtime.GetRuns(new RunQuery("Orders"));
        Assert.DoesNotContain(runs, run => run.Status is RunStatus.Running);
        var started = events.Where(line => line.GetProperty("event").GetString() == "runStarted")
            .Select(line => line.GetProperty("runId").GetInt64()).ToHashSet();
        Assert.Subset(runs.Select(run => run.Id).ToHashSet(), started);
        Assert.Equal(last.GetProperty("runId").GetInt64(), runs[0].Id);
        Assert.All(runs.Where(run => started.Contains(run.Id)).Skip(1), run => Assert.Equal((RunStatus.Failed, "ProcessDied"), (run.Status, run.Error?.Code)));

        ChildProcess Start(string? haltAt) => ChildProcess.Start(haltAt, "run", "Orders", "--store", rehearsal.StorePath, "--json");
    }

    private static async Task AssertSettledAsync(Rehearsal rehearsal)
    {
        // What a dead run was updating is written once more when its request can no longer arrive.
        await rehearsal.ReopenAsync(TimeSpan.FromMinutes(5));
        await rehearsal.RunAsync();
        var records = rehearsal.Runtime.GetRecords(new RecordQuery(Last: 100_000));
        Assert.DoesNotContain(records, record => record.State is LedgerState.Pending);
        // Each order at PULPO is known, and known once.
        Assert.Equal(
            rehearsal.Tenant.Orders.Select(order => order.Id.ToString(CultureInfo.InvariantCulture)).Order(),
            records.Select(record => record.DestinationId).OfType<string>().Order());
        var customers = rehearsal.Tenant.Dump().GetProperty("third_parties").EnumerateArray()
            .Select(party => party.GetProperty("identifier_number").GetString()).ToList();
        Assert.Equal(customers.Distinct().Count(), customers.Count);

        // Once more from the start: each order is looked at, and nothing is written.
        rehearsal.Runtime.ResetCursor("Orders");
        var writes = Writes(rehearsal);
        var again = await rehearsal.RunAsync();
        Assert.Equal((0, 0, 0), (again.Counts.Created, again.Counts.Updated, again.Counts.Cancelled));
        Assert.Equal(writes, Writes(rehearsal));
    }

    private static int Writes(Rehearsal rehearsal) => rehearsal.Sandbox.Traffic.ByOperation
        .Where(pair => pair.Key.StartsWith("pulpo ", StringComparison.Ordinal))
        .Where(pair => !pair.Key.StartsWith("pulpo GET ", StringComparison.Ordinal) && !pair.Key.EndsWith("/auth", StringComparison.Ordinal))
        .Sum(pair => pair.Value);
}
