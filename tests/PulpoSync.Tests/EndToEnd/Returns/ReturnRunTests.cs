using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Returns;

/// <summary>Returns from the warehouse's floor to the shop.</summary>
public sealed class ReturnRunTests
{
    private static readonly (string, string) Goods = ("RefundGoods", "true");
    private static readonly (string, string) Shipping = ("RefundShipping", "true");

    [Fact]
    public async Task Run_part_of_an_order_comes_back_and_is_registered_once()
    {
        await using var world = await ReturnWorld.StartAsync();
        var order = await world.ShippedAsync();
        var number = world.ComeBack(order, mugs: 2);
        var (orders, stock) = (world.Orders(), world.Shop.Levels);

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.Finished, 1), (run.Status, run.Counts.Created));
        var made = Assert.Single(world.Shop.Returns);
        Assert.Equal((ReturnStatus.Open, 2, ReturnReason.SizeTooSmall), (made.Status, made.Lines.Single().Quantity, made.Lines[0].Reason));
        Assert.Equal($"PULPO {number}: Too small", made.Lines[0].Note);
        Assert.Empty(world.Shop.Refunds);
        Assert.Equal(stock, world.Shop.Levels);
        // Found by the order's number and by its own.
        Assert.Equal(made.Gid, world.Record("return", $"{order.Number}").DestinationId);
        Assert.Equal(made.Gid, world.Record("return", number).DestinationId);

        Assert.Equal((0, 1), ((await world.RunAsync()) is { Counts: var counts } ? (counts.Created, counts.Unchanged) : default));
        await AssertOrdersStayAsync(world, orders);
        Assert.Single(world.Shop.Returns);
    }

    [Fact]
    public async Task Run_whole_order_comes_back_in_two_parcels_and_is_refunded_with_shipping_once()
    {
        await using var world = await ReturnWorld.StartAsync(Goods, Shipping, ("NotifyCustomer", "true"));
        var order = await world.ShippedAsync();
        var orders = world.Orders();

        world.ComeBack(order, mugs: 3);
        await world.RunAsync();
        world.ComeBack(order, bowls: 1);
        var run = await world.RunAsync();

        Assert.True(run.Status is RunStatus.Finished, $"{run.Status}: {run.Error}");
        Assert.Equal([3, 1], world.Shop.Returns.Select(one => one.Lines.Sum(line => line.Quantity)));
        Assert.Equal([(35m, 5m), (20m, 0m)], world.Shop.Refunds.Select(refund => (refund.Amount, refund.Shipping)));
        Assert.All(world.Shop.Refunds, refund => Assert.All(refund.Lines, line => Assert.Equal(RestockType.NoRestock, line.Restock)));
        Assert.Equal(2, world.Shop.Notifications.Count(one => one.Kind is NotificationKind.Refunded));
        // Nothing is left of what was paid: the next order run takes that for no cancellation that could still be carried out.
        Assert.Equal(FinancialStatus.Refunded, order.FinancialStatus);
        await AssertOrdersStayAsync(world, orders);
    }

    [Fact]
    public async Task Run_rejected_pieces_are_registered_and_never_refunded()
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        var order = await world.ShippedAsync();
        world.ComeBack(order, mugs: 1, rejectedMugs: 1);

        await world.RunAsync();

        var line = Assert.Single(Assert.Single(world.Shop.Returns).Lines);
        Assert.Equal(2, line.Quantity);
        Assert.Contains("1 of 2 rejected by the warehouse", line.Note);
        Assert.Equal(10m, Assert.Single(world.Shop.Refunds).Amount);
    }

    [Fact]
    public async Task Run_rejected_pieces_are_left_out_where_the_setting_says_so()
    {
        await using var world = await ReturnWorld.StartAsync(Goods, ("Rejected", "skip"));
        world.ComeBack(await world.ShippedAsync(), rejectedMugs: 2);

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.Finished, 0, 2), (run.Status, world.Shop.Returns.Count, run.Counts.Skipped));
        Assert.All(world.Records(), record => Assert.Equal((LedgerState.Skipped, ReasonCodes.NothingReturned), (record.State, record.Reason)));
    }

    [Fact]
    public async Task Run_refund_larger_than_paid_is_named_and_the_rest_goes_on()
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        var (dear, other) = (await world.ShippedAsync(), await world.ShippedAsync());
        world.Shop.Refund(dear, new RefundDraft { Amount = 40, Note = "goodwill" });
        world.ComeBack(dear, mugs: 3);
        world.ComeBack(other, mugs: 1);

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.FinishedPartially, 3, 1), (run.Status, run.Counts.Created, run.Counts.Failed));
        var refused = world.Record("refund", $"{dear.Number}");
        Assert.Equal((LedgerState.Parked, "RefundTooLarge"), (refused.State, refused.Reason));
        Assert.Contains("is worth 30.00 EUR, but only 15.00 EUR", refused.Message);
        Assert.Equal(LedgerState.Written, world.Record("return", $"{dear.Number}").State);
        Assert.Equal(2, world.Shop.Refunds.Count);

        // Somebody has dealt with it by hand.
        world.Shop.Refund(dear, new RefundDraft { Lines = [new RefundLineDraft(dear.Lines[0], 3)], Amount = 15 });
        await world.Rehearsal.RunAsync(new StartRequest { Names = ["Returns"], RetryFailed = true });

        Assert.Equal((LedgerState.Skipped, "RefundedBefore"), world.Record("refund", $"{dear.Number}") is var now ? (now.State, now.Reason) : default);
        Assert.Equal((3, 2), (world.Shop.Refunds.Count, world.Shop.Returns.Count));
    }

    [Fact]
    public async Task Run_what_people_refunded_before_is_not_paid_again()
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        var order = await world.ShippedAsync();
        world.Shop.Refund(order, order.Lines[0], 1, RestockType.NoRestock);
        world.ComeBack(order, mugs: 3);

        var run = await world.RunAsync();

        Assert.True(run.Status is RunStatus.Finished, $"{run.Status}: {run.Error}");
        Assert.Equal([10m, 20m], world.Shop.Refunds.Select(refund => refund.Amount));
        Assert.Contains(world.Rehearsal.Events.OfType<RunWarning>(), warning => warning.Message.Contains("was not refunded again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_returns_that_belong_to_no_order_of_ours_are_named()
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        var order = await world.ShippedAsync();
        world.ComeBack(order, mugs: 1);
        await world.ReceiveAsync(ReturnWorld.Mug, 1, null);
        await world.ReceiveAsync(ReturnWorld.Mug, 1, world.Tenant.AddForeignOrder("X-1"));
        // More than was shipped, and an article that was never sold.
        await world.ReceiveAsync(ReturnWorld.Mug, 4, world.Tenant.Orders.Single(one => one.Number == $"{order.Number}").Id);
        await world.ReceiveAsync(ShopSeed.SkuOf(3), 1, world.Tenant.Orders.Single(one => one.Number == $"{order.Number}").Id);

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.FinishedPartially, 2, 4, 2), (run.Status, run.Counts.Created, run.Counts.Failed, run.Counts.Skipped));
        Assert.Equal(2, world.Records().Count(record => record.Reason == ReasonCodes.ReturnWithoutOrder));
        var wrong = world.Records().Where(record => record.Reason == "ReturnTooLarge").Select(record => record.Message!).Distinct().Order().ToList();
        Assert.Contains(wrong, message => message.Contains($"4 × {ReturnWorld.Mug}, but 3 shipped", StringComparison.Ordinal));
        Assert.Contains(wrong, message => message.Contains($"1 × {ShopSeed.SkuOf(3)}, which the order does not have", StringComparison.Ordinal));
        Assert.Equal((1, 1), (world.Shop.Returns.Count, world.Shop.Refunds.Count));
    }

    [Fact]
    public async Task Run_two_shops_in_one_tenant_each_take_their_own()
    {
        await using var world = await ReturnWorld.StartAsync();
        var beta = world.Rehearsal.Sandbox.AddShop(new ShopOptions { Name = "beta", Throttling = false });
        ReturnWorld.Stock(beta);
        await world.Rehearsal.AddShopAsync("Beta", beta);
        await world.AddOrdersAsync("BetaOrders", "Beta", ("NumberPrefix", "B-"));
        await world.AddReturnsAsync("BetaReturns", "Beta");
        var ours = await world.ShippedAsync();
        var theirs = await world.ShippedAsync(shop: beta, integration: "BetaOrders", prefix: "B-");
        world.ComeBack(ours, mugs: 1);
        var number = world.ComeBack(theirs, mugs: 2, prefix: "B-");

        await world.RunAsync();
        await world.Rehearsal.RunAsync("BetaReturns");

        Assert.Equal((1, 2), (Assert.Single(world.Shop.Returns).Lines[0].Quantity, Assert.Single(beta.Returns).Lines[0].Quantity));
        Assert.Single(world.Records());
        Assert.Single(world.Records(integration: "BetaReturns"));
        // Asked for by name, it is not sought in the wrong shop.
        await world.Rehearsal.RunAsync(new StartRequest { Names = ["Returns"], Records = [number] });
        Assert.Contains(world.Records(), record => record.Reason == ReasonCodes.ReturnOfOtherShop);
        Assert.Single(world.Shop.Returns);
    }

    [Fact]
    public async Task Run_refunds_that_are_switched_on_later_pay_nothing_for_old_returns()
    {
        await using var world = await ReturnWorld.StartAsync();
        var order = await world.ShippedAsync();
        world.ComeBack(order, mugs: 1);
        await world.RunAsync();
        await world.Rehearsal.Runtime.SetConfigAsync(new ConfigDefinition { Name = "Returns", Settings = new Dictionary<string, string?> { ["RefundGoods"] = "true" } }, default);
        world.ComeBack(order, mugs: 1);

        await world.Rehearsal.RunAsync(new StartRequest { Names = ["Returns"], Full = true });

        Assert.Equal((2, 1), (world.Shop.Returns.Count, world.Shop.Refunds.Count));
        Assert.Single(world.Records(), record => record.Reason == ReasonCodes.RefundNotAsked);
    }

    [Fact]
    public async Task Run_notes_of_the_warehouse_reach_the_shop_and_stay_nowhere_else()
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        var order = await world.ShippedAsync();
        world.ComeBack(order, mugs: 1, rejectedMugs: 1, notes: "Frau Mustermann rief an");

        await world.RunAsync();

        Assert.Contains("Frau Mustermann", Assert.Single(world.Shop.Returns).Lines[0].Note);
        Assert.DoesNotContain("Mustermann", string.Join('\n', world.Rehearsal.Events));
        Assert.DoesNotContain("Mustermann", StoreDump.Of(world.Rehearsal.StorePath));
    }

    [Theory]
    [InlineData("There is nothing to do", "RegisterReturn", "false")]
    [InlineData("NotifyCustomer tells the customer about a refund", "NotifyCustomer", "true")]
    public async Task Config_settings_that_make_no_sense_are_refused(string says, string name, string value)
    {
        await using var world = await ReturnWorld.StartAsync();

        var error = await Assert.ThrowsAsync<PulpoSyncException>(() => world.AddReturnsAsync("Wrong", "Shop", (name, value)));

        Assert.Equal(ErrorIds.SettingInvalid, error.ErrorId);
        Assert.StartsWith(says, error.Message);
    }

    [Fact]
    public async Task Preview_says_what_would_be_done_and_does_nothing()
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        world.ComeBack(await world.ShippedAsync(), mugs: 1);

        var run = Assert.Single(await world.Rehearsal.RunAsync(new StartRequest { Names = ["Returns"], Preview = true }));

        Assert.Equal((2, 0, 0), (run.Counts.Previewed, world.Shop.Returns.Count, world.Shop.Refunds.Count));
        Assert.Empty(world.Records());
    }

    // Registered and refunded: for the next order runs nothing has happened.
    private static async Task AssertOrdersStayAsync(ReturnWorld world, List<string> orders)
    {
        for (var i = 0; i < 2; i++)
        {
            var run = await world.Rehearsal.RunAsync();
            Assert.Equal((RunStatus.Finished, 0, 0, 0), (run.Status, run.Counts.Created, run.Counts.Updated, run.Counts.Cancelled));
        }

        Assert.Equal(orders, world.Orders());
    }
}
