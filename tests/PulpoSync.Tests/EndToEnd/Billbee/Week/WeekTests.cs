using PulpoSync.Sandbox;
using PulpoSync.Torture.Worlds.Billbee;
using Xunit.Abstractions;

namespace PulpoSync.Tests.EndToEnd.Billbee.Week;

/// <summary>A week of a merchant's life with Billbee; at its end account and warehouse are equal.</summary>
public class WeekTests(ITestOutputHelper output)
{
    private const int Days = 7;
    private const int TurnsADay = 4;
    private const int BadDay = 3;

    [Theory]
    [InlineData(1, 1000, "Available")]
    [InlineData(2, 150, "OnHand")]
    public async Task Run_a_week_with_everything_that_happens_ends_with_both_sides_equal(int seed, int orders, string measure)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var merchant = await Merchant.StartAsync(measure);
        var (people, floor) = (new AccountLife(merchant, random), new Floor(merchant, random));
        people.Furnish();
        await merchant.RunAsync();
        floor.Stock();
        var sold = 0;
        for (var turn = 0; turn < Days * TurnsADay; turn++)
        {
            merchant.Clock.Pass(TimeSpan.FromHours(24.0 / TurnsADay));
            Weather(merchant, turn, seed);
            var more = (orders * (turn + 1) / (Days * TurnsADay)) - sold;
            sold += more;
            people.Buy(more);
            people.Work(1 + (more / 4));
            await RunAsync(merchant, turn);
            floor.Work(0.6);
            floor.Stock();
            merchant.Clock.Pass(TimeSpan.FromMinutes(61));
            await RunAsync(merchant, turn);
        }

        merchant.Sandbox.Faults.Clear();
        people.LetGo();
        for (var i = 0; i < 4; i++)
        {
            merchant.Clock.Pass(TimeSpan.FromHours(13));
            await RunAsync(merchant, turn: 0);
            await merchant.AskAgainAsync();
            floor.Work(1);
        }

        for (var i = 0; i < 2; i++)
        {
            merchant.Clock.Pass(TimeSpan.FromHours(13));
            await RunAsync(merchant, turn: 0);
        }

        var findings = new WeekComparison(merchant, people, measure).Findings();
        var life = Life(merchant);
        output.WriteLine(string.Join(", ", life.Select(one => $"{one.Count} {one.What}")));
        Assert.True(findings.Count == 0, $"seed {seed}: {findings.Count} findings\n{string.Join('\n', findings.Take(25))}");
        Assert.All(life, one => Assert.True(one.Count >= orders / one.Share, $"only {one.Count} {one.What}"));
        // The comparison itself is put to the test.
        people.Spoil();
        Assert.Equal(4, new WeekComparison(merchant, people, measure).Findings().Count);
    }

    private static async Task RunAsync(Merchant merchant, int turn)
    {
        merchant.Failures.Clear();
        await merchant.RunAsync();
        if (!IsBad(turn)) Assert.True(merchant.Failures.Count == 0, $"turn {turn}: {string.Join('\n', merchant.Failures)}");
    }

    // Two sides on which nothing happens are equal too: how much happened, and which share of the orders it should be at least.
    private static (string What, int Count, int Share)[] Life(Merchant merchant)
    {
        var (orders, packings) = (merchant.Tenant.Orders, merchant.Tenant.Packings);
        return
        [
            ("orders in PULPO", orders.Count, 2),
            ("cancelled there", orders.Count(order => order.State == "cancelled"), 100),
            ("packings", packings.Count, 2),
            ("orders packed in parts", packings.GroupBy(packing => packing.Order).Count(group => group.Count() > 1), 60),
            ("labels of Billbee", packings.SelectMany(packing => packing.Boxes).Count(box => box.Attachments.Count > 0), 4),
            ("labels of couriers", packings.SelectMany(packing => packing.Boxes).Count(box => box.Attachments.Count == 0 && box.Trackings.Any(one => one.Code is not null)), 6),
            ("shipments at Billbee", merchant.Account.Orders.Sum(order => order.ShippingIds.Count), 2),
        ];
    }

    // One day on which both vendors have trouble of every kind.
    private static void Weather(Merchant merchant, int turn, int seed)
    {
        merchant.Sandbox.Faults.Clear();
        if (!IsBad(turn)) return;
        foreach (var kind in new[] { FaultKind.Status, FaultKind.CutBefore, FaultKind.CutAfter, FaultKind.CutBody, FaultKind.Html })
        {
            merchant.Sandbox.Faults.Add(new Fault { Kind = kind, Probability = 0.02, Count = 0, Seed = (seed * 1000) + turn + (int)kind });
        }

        merchant.Sandbox.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 429, RetryAfter = 1, Probability = 0.02, Count = 0, Seed = seed + turn });
    }

    private static bool IsBad(int turn) => turn / TurnsADay == BadDay;
}
