using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>Billbee's orders through the whole product into PULPO, held against an oracle that looks at the two worlds alone.</summary>
public class BillbeeOrdersTests
{
    private const int Packed = 13;
    private static readonly PulpoSeed Tenant = new() { Warehouses = ["Berlin", "Hamburg"], Skus = [.. World.Tenant.Skus, BillbeeSeed.BomSku] };

    [Theory]
    [InlineData(BillbeeListOrder.Shuffled, 5, 8)]
    [InlineData(BillbeeListOrder.NewestFirst, 6, 6)]
    public async Task A_first_import_brings_every_order_or_its_reason_and_a_second_one_writes_nothing(BillbeeListOrder order, int seed, int days)
    {
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync(new BillbeeOptions { Name = "acme", ListOrder = order }, seed: Tenant);
        await using var end = rehearsal;
        var seeded = rehearsal.Account.Seed(new BillbeeSeed { Seed = seed, Orders = 300 });
        // What somebody has looked at today comes although it is older than the integration wants.
        foreach (var old in seeded.Take(10)) rehearsal.Account.ChangeOrder(old.BillBeeOrderId!.Value, one => one);
        var terms = new BillbeeTerms { StartFrom = clock.GetUtcNow().AddDays(-days), States = [3, 2], Shops = ["Hauptladen", "Etsy-Lädchen"], Prefix = "BB-" };
        await rehearsal.AddOrdersAsync("Orders", "Billbee", terms.Settings);

        var run = await rehearsal.RunAsync();

        Assert.True(run.Status is RunStatus.FinishedPartially, Told(rehearsal, run));
        AssertEqual(rehearsal, terms);
        Assert.True(rehearsal.Account.Rates.MaxPerSecond <= 2);

        var writes = rehearsal.Tenant.Orders.Max(one => one.UpdatedAt);
        var first = Reasons(rehearsal);
        rehearsal.Runtime.ResetCursor("Orders");
        var again = await rehearsal.RunAsync();
        Assert.Equal((0, 0, 0, 0), (again.Counts.Created, again.Counts.Updated, again.Counts.Cancelled, again.Counts.Failed));
        Assert.Equal(run.Counts.Created, again.Counts.Unchanged);
        Assert.Equal(writes, rehearsal.Tenant.Orders.Max(one => one.UpdatedAt));
        Assert.Equal(first, Reasons(rehearsal));
    }

    [Fact]
    public async Task What_people_change_in_Billbee_comes_with_the_next_run()
    {
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync(seed: Tenant);
        await using var end = rehearsal;
        var account = rehearsal.Account;
        var ids = account.Seed(new BillbeeSeed { Orders = 12, Plain = true, Spread = TimeSpan.FromHours(20) }).Select(one => one.BillBeeOrderId!.Value).ToList();
        account.ChangeOrder(ids[5], one => one with { BillBeeParentOrderId = ids[0] });
        account.SetQuantity(ids[6], 0, 0.5m);
        var terms = new BillbeeTerms { StartFrom = clock.GetUtcNow().AddDays(-2) };
        await rehearsal.AddOrdersAsync("Orders", "Billbee", terms.Settings);

        Assert.Equal(10, (await rehearsal.RunAsync()).Counts.Created);
        Assert.Equal("ParentOrder QuantityInvalid", string.Join(' ', new[] { ids[5], ids[6] }.Select(id => Assert.Single(Records(rehearsal, id)).Reason)));

        clock.Pass(TimeSpan.FromHours(5));
        account.SetQuantity(ids[0], 0, 7);
        account.Cancel(ids[1]);
        account.Delete(ids[2]);
        account.SetState(ids[3], Packed);
        account.ChangeOrder(ids[4], one => one with { ShippingAddress = one.ShippingAddress! with { City = "Köln", Zip = "50667" } });
        account.ChangeOrder(ids[5], one => one with { BillBeeParentOrderId = null });
        account.SetQuantity(ids[6], 0, 3);
        account.AddShipment(ids[7], new BillbeeShipment { ShippingId = "00340434", ShipmentType = 0 });
        account.Seed(new BillbeeSeed { Seed = 2, Orders = 1, Plain = true, Spread = TimeSpan.Zero });
        var run = await rehearsal.RunAsync();

        Assert.True(run.Status is RunStatus.Finished, Told(rehearsal, run));
        Assert.Equal((3, 2, 2), (run.Counts.Created, run.Counts.Updated, run.Counts.Cancelled));
        foreach (var order in account.Orders)
        {
            var due = BillbeeExpected.Due(order, terms);
            var found = Assert.Single(rehearsal.Tenant.Orders, one => one.Number == due.Number);
            Assert.Equal(order.State is 6 or 8 ? "cancelled" : "queue", found.State);
            if (found.State != "cancelled") Assert.Null(BillbeeExpected.Differs(order, due, found));
        }
    }

    [Fact]
    public async Task A_daily_run_looks_back_and_brings_what_was_changed_since()
    {
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync(seed: Tenant);
        await using var end = rehearsal;
        rehearsal.Account.Seed(new BillbeeSeed { Orders = 20, Plain = true, Spread = TimeSpan.FromDays(5) });
        var terms = new BillbeeTerms { StartFrom = clock.GetUtcNow().AddDays(-6) };
        await rehearsal.Runtime.NewConfigAsync(
            new ConfigDefinition
            {
                Name = "Nightly", Type = IntegrationType.SalesOrders, Source = "Billbee", Destination = "PULPO", TimeZone = "Europe/Berlin", DailyAt = "02:30", LookbackDays = 2,
                Settings = terms.Settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
            },
            CancellationToken.None);

        // A moment of the look-back passes while it is made.
        var since = clock.GetUtcNow().AddDays(-2).AddHours(1).UtcDateTime;
        var run = await rehearsal.RunAsync("Nightly");

        Assert.True(run.Status is RunStatus.Finished, Told(rehearsal, run));
        Assert.Equal(
            rehearsal.Account.Orders.Where(order => order.LastModifiedAt > since).Select(order => order.OrderNumber).Order(),
            rehearsal.Tenant.Orders.Select(order => order.Number).Order());
        Assert.InRange(rehearsal.Tenant.Orders.Count, 5, 10);
        Assert.Equal(0, (await rehearsal.RunAsync("Nightly")).Counts.Created);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("key")]
    public async Task A_single_order_is_brought_by_its_number_and_by_Billbees_own(string kind)
    {
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync(seed: Tenant);
        await using var end = rehearsal;
        var orders = rehearsal.Account.Seed(new BillbeeSeed { Orders = 3, Plain = true });
        await rehearsal.AddOrdersAsync("Orders", "Billbee", new BillbeeTerms { StartFrom = clock.GetUtcNow().AddDays(-8) }.Settings);
        var named = kind == "number" ? orders[1].OrderNumber! : orders[1].BillBeeOrderId!.Value.ToString(CultureInfo.InvariantCulture);

        await rehearsal.RunAsync(new StartRequest { Names = ["Orders"], Records = [named] });

        Assert.Equal(orders[1].OrderNumber, Assert.Single(rehearsal.Tenant.Orders).Number);
    }

    private static void AssertEqual(Rehearsal rehearsal, BillbeeTerms terms)
    {
        var there = rehearsal.Tenant.Orders.Where(order => order.State != "cancelled").ToDictionary(order => order.Number);
        var wrong = new List<string>();
        var expected = 0;
        foreach (var order in rehearsal.Account.Orders)
        {
            var due = BillbeeExpected.Of(order, terms, [.. Tenant.Skus]);
            var reasons = string.Join(", ", Records(rehearsal, order.BillBeeOrderId!.Value).Select(record => record.Reason));
            var traits = string.Join(',', rehearsal.Account.TraitsOf(order.BillBeeOrderId!.Value));
            if (due.Order is null)
            {
                if (reasons != due.Reason) wrong.Add($"{order.BillBeeOrderId} should have reason {due.Reason}, has {reasons} [{traits}]");
                continue;
            }

            expected++;
            if (!there.TryGetValue(due.Order.Number, out var found)) wrong.Add($"{due.Order.Number} is missing: {reasons} [{traits}]");
            else if (BillbeeExpected.Differs(order, due.Order, found) is { } difference) wrong.Add($"{due.Order.Number}: {difference} [{traits}]");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(20))}");
        Assert.Equal(expected, there.Count);
        Assert.InRange(expected, 50, 250);
    }

    private static List<IntegrationRecord> Records(Rehearsal rehearsal, long id) =>
        [.. rehearsal.Runtime.GetRecords(new RecordQuery(Last: 100_000)).Where(record => record.SourceKey == id.ToString(CultureInfo.InvariantCulture))];

    private static List<string> Reasons(Rehearsal rehearsal) =>
        [.. rehearsal.Runtime.GetRecords(new RecordQuery(Last: 100_000)).Select(record => $"{record.SourceKey} {record.Part} {record.State} {record.Reason}").Order(StringComparer.Ordinal)];

    private static string Told(Rehearsal rehearsal, IntegrationRun run) =>
        $"{run.Status}: {run.Error} {string.Join('\n', rehearsal.Events.OfType<RunFault>().Select(detail => detail.Message))}";
}
