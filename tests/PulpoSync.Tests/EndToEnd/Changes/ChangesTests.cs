using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using Xunit.Abstractions;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>After edits, cancellations, holds and releases, and moves in the shop, the next run brings PULPO into the right state.</summary>
public class ChangesTests(ITestOutputHelper output)
{
    private const int Orders = 500;
    private const int Rounds = 4;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Run_after_random_changes_in_shop_and_warehouse_the_next_run_puts_it_right(int seed, bool takesRefunded)
    {
        output.WriteLine($"seed {seed}");
        await using var rehearsal = await Rehearsal.StartAsync(
            new ShopOptions { Name = "acme", Throttling = false, Locations = ["Berlin", "Hamburg", "Munich", "Showroom"] },
            new TenantOptions { Name = "pulpo", RenameOnCancellation = seed % 2 == 0 });
        rehearsal.Tenant.AddWarehouse("Munich");
        rehearsal.Shop.Seed(Seed(seed));
        var terms = new Terms { Paid = new HashSet<string>(takesRefunded ? ["PAID", "PARTIALLY_REFUNDED"] : ["PAID"]), WarehouseOf = location => location == "Showroom" ? null : location };
        await rehearsal.AddOrdersAsync(settings: terms.Settings);
        var story = new Story();
        var random = new Random(seed);
        var (shop, floor) = (new ShopPeople(rehearsal.Shop, random, story), new FloorPeople(rehearsal.Tenant, random, story));
        var reckoning = new Reckoning(rehearsal, terms, story, floor);
        for (var round = 0; round <= Rounds; round++)
        {
            var when = $"seed {seed}, run {round + 1}";
            reckoning.Begin();
            var run = await rehearsal.RunAsync();
            Assert.True(run.Status is RunStatus.Finished or RunStatus.FinishedPartially, $"{when}: {run.Status} {run.Error?.Message}");
            reckoning.Check(when);
            await AssertNothingIsLeftAsync(rehearsal, when);
            story.TellAll($"run {round + 1}");
            floor.Work(0.15);
            shop.Work(200);
            if (random.Next(2) == 0) floor.Work(0.1);
        }
    }

    private static ShopSeed Seed(int seed) => new()
    {
        Seed = seed, Orders = Orders, Plain = true,
        Shares = new Dictionary<OrderTrait, double>
        {
            [OrderTrait.Guest] = 0.1, [OrderTrait.Split] = 0.2, [OrderTrait.OtherLocation] = 0.1, [OrderTrait.GiftCard] = 0.05, [OrderTrait.OnHold] = 0.05,
            [OrderTrait.Scheduled] = 0.03, [OrderTrait.DeliveryTag] = 0.05, [OrderTrait.Unpaid] = 0.08, [OrderTrait.NotShipped] = 0.03,
            [OrderTrait.PartlyFulfilled] = 0.03, [OrderTrait.Notes] = 0.2,
        },
    };

    private static async Task AssertNothingIsLeftAsync(Rehearsal rehearsal, string when)
    {
        var first = Reasons(rehearsal);
        rehearsal.Sandbox.Traffic.Reset();
        await rehearsal.RunAsync();
        var writes = rehearsal.Sandbox.Traffic.ByOperation.Keys.Where(IsWrite).ToList();
        var settled = rehearsal.Events.OfType<RecordSettled>().Where(one => one.Kind is OutcomeKind.Created or OutcomeKind.Updated or OutcomeKind.Cancelled);
        Assert.True(writes.Count == 0, $"{when}: the run right after wrote {string.Join(", ", writes)}: {string.Join("; ", settled.Take(5))}");
        Assert.Equal(first, Reasons(rehearsal));
    }

    private static bool IsWrite(string operation) => operation.StartsWith("pulpo ", StringComparison.Ordinal)
        && !operation.StartsWith("pulpo GET", StringComparison.Ordinal) && !operation.EndsWith("/auth", StringComparison.Ordinal);

    private static List<string> Reasons(Rehearsal rehearsal) =>
        [.. rehearsal.Runtime.GetRecords(new RecordQuery(Last: 100_000)).Select(record => $"{record.SourceKey} {record.Part} {record.State} {record.Reason}").Order(StringComparer.Ordinal)];
}
