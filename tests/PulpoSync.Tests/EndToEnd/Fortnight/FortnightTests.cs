using PulpoSync.Sandbox;
using PulpoSync.Torture.Worlds.Shopify;
using Xunit.Abstractions;

namespace PulpoSync.Tests.EndToEnd.Fortnight;

/// <summary>A fortnight of a merchant's life; at its end shop and warehouse are equal.</summary>
public class FortnightTests(ITestOutputHelper output)
{
    private const int Days = 14;
    private const int TurnsADay = 4;
    private static readonly int[] BadDays = [4, 8, 11];

    [Theory]
    [InlineData(1, 3000, "Available")]
    [InlineData(2, 600, "OnHand")]
    public async Task Run_a_fortnight_with_everything_that_happens_ends_with_both_sides_equal(int seed, int orders, string quantity)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var circle = await Circle.StartAsync(quantity);
        var (shop, floor) = (new ShopLife(circle, random), new FloorLife(circle, random));
        shop.Furnish();
        await circle.RunAsync();
        floor.Stock();
        var sold = 0;
        for (var turn = 0; turn < Days * TurnsADay; turn++)
        {
            circle.Clock.Pass(TimeSpan.FromHours(24.0 / TurnsADay));
            Weather(circle, turn, seed);
            var more = (orders * (turn + 1) / (Days * TurnsADay)) - sold;
            sold += more;
            shop.Buy(more);
            shop.SellAtTheTill(1 + (more / 20));
            shop.Work(1 + (more / 2));
            await RunAsync(circle, turn);
            circle.Clock.Pass(TimeSpan.FromMinutes(61));
            floor.TakeBack(1 + (more / 25));
            floor.Work(0.6);
            floor.Stock();
            await RunAsync(circle, turn);
            Assert.DoesNotContain(circle.Tenant.Stock, stock => stock.Available < 0);
        }

        circle.Sandbox.Faults.Clear();
        shop.LetGo();
        for (var i = 0; i < 4; i++)
        {
            circle.Clock.Pass(TimeSpan.FromHours(13));
            await circle.RunAsync();
            floor.Work(1);
        }

        circle.Clock.Pass(TimeSpan.FromHours(13));
        await circle.RunAsync();
        circle.Clock.Pass(TimeSpan.FromHours(13));
        await circle.RunAsync();
        var findings = new Comparison(circle, shop, quantity).Findings();
        var life = new Life(circle.Shop, circle.Tenant);
        output.WriteLine(life.ToString());
        Assert.True(life.IsFull(orders), life.ToString());
        Assert.True(findings.Count == 0, $"seed {seed}: {findings.Count} findings\n{string.Join('\n', findings.Take(25))}");
        // The comparison itself is put to the test: a hand in the stock, a strange tracking number and another address are seen.
        shop.Spoil();
        Assert.Equal(4, new Comparison(circle, shop, quantity).Findings().Count);
    }

    private static async Task RunAsync(Circle circle, int turn)
    {
        circle.Failures.Clear();
        await circle.RunAsync();
        if (!IsBad(turn)) Assert.True(circle.Failures.Count == 0, $"turn {turn}: {string.Join('\n', circle.Failures)}");
    }

    // Three days on which both vendors have trouble of every kind.
    private static void Weather(Circle circle, int turn, int seed)
    {
        circle.Sandbox.Faults.Clear();
        if (!IsBad(turn)) return;
        foreach (var kind in new[] { FaultKind.Status, FaultKind.CutBefore, FaultKind.CutAfter, FaultKind.CutBody, FaultKind.Html, FaultKind.Throttled, FaultKind.InternalError })
        {
            circle.Sandbox.Faults.Add(new Fault { Kind = kind, Probability = 0.02, Count = 0, Seed = (seed * 1000) + turn + (int)kind });
        }

        circle.Sandbox.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 429, RetryAfter = 1, Probability = 0.02, Count = 0, Seed = seed + turn });
    }

    private static bool IsBad(int turn) => BadDays.Contains(turn / TurnsADay);
}
