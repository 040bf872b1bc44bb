using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd;

/// <summary>Five thousand orders with every peculiarity, compared world with world.</summary>
public class FirstImportTests
{
    private const int Orders = 5000;

    [Fact]
    public async Task Run_five_thousand_orders_with_every_peculiarity_each_arrives_once_or_has_its_reason()
    {
        await using var rehearsal = await Rehearsal.StartAsync();
        var startFrom = DateTimeOffset.UtcNow.AddDays(-8);
        var old = rehearsal.Shop.Seed(new ShopSeed { Seed = 7, Orders = 20, From = startFrom.AddDays(-10), Spread = TimeSpan.FromDays(5) });
        foreach (var order in old) rehearsal.Shop.AddTags(order, "touched later");
        rehearsal.Shop.Seed(new ShopSeed { Seed = 7, Orders = Orders });
        await rehearsal.AddOrdersAsync(settings: World.Settings(startFrom));

        var run = await rehearsal.RunAsync();

        Assert.True(run.Status is RunStatus.FinishedPartially, $"{run.Status}: {run.Error} {string.Join('\n', rehearsal.Events.OfType<RunFault>().Select(d => d.Message))}");
        World.AssertEqual(rehearsal, startFrom);

        // Once more from the start: no write, and the same outcome for each.
        var writes = rehearsal.Tenant.Orders.Max(order => order.UpdatedAt);
        var first = Reasons(rehearsal);
        rehearsal.Runtime.ResetCursor("Orders");
        var again = await rehearsal.RunAsync();
        Assert.Equal((0, 0, 0, 0), (again.Counts.Created, again.Counts.Updated, again.Counts.Cancelled, again.Counts.Failed));
        Assert.Equal(run.Counts.Created, again.Counts.Unchanged);
        Assert.Equal(writes, rehearsal.Tenant.Orders.Max(order => order.UpdatedAt));
        Assert.Equal(first, Reasons(rehearsal));
    }

    private static List<string> Reasons(Rehearsal rehearsal) =>
        [.. rehearsal.Runtime.GetRecords(new RecordQuery(Last: 100_000)).Select(record => $"{record.SourceKey} {record.Part} {record.State} {record.Reason}").Order(StringComparer.Ordinal)];
}
