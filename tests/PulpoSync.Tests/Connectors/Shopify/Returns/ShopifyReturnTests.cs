using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using PulpoSync.Tests.Support;
using ShopOrder = PulpoSync.Sandbox.Shopify.Order;

namespace PulpoSync.Tests.Connectors.Shopify.Returns;

/// <summary>The destination against the emulated shop: three mugs for 10 each and two bowls for 20 each, 5 for shipping, all paid; the mugs and one bowl are shipped.</summary>
public sealed class ShopifyReturnTests : IAsyncLifetime
{
    private const string Source = "pulpo:eu.pulpo.co:43";
    private static readonly RefundTerms Goods = new(Goods: true, Shipping: false, NotifyCustomer: false);

    private SandboxShopFixture _fixture = null!;
    private ShopOrder _order = null!;

    private ShopifyShop Shop => _fixture.Shop;

    public async Task InitializeAsync()
    {
        _fixture = await SandboxShopFixture.StartAsync();
        Shop.AddProduct(new ProductDraft { Title = "Mug", Sku = "MUG-1", Price = 10, Stock = new Dictionary<string, int> { ["Berlin"] = 50 } });
        Shop.AddProduct(new ProductDraft { Title = "Bowl", Sku = "BOWL-1", Price = 20, Stock = new Dictionary<string, int> { ["Berlin"] = 50 } });
        _order = Ordered();
        // Two parcels.
        Shop.Fulfill(_order.FulfillmentOrders[0], _order.Lines[0], 2);
        Shop.Fulfill(_order.FulfillmentOrders[0], _order.Lines[0], 1);
        Shop.Fulfill(_order.FulfillmentOrders[0], _order.Lines[1], 1);
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    private ShopOrder Ordered(Func<OrderDraft, OrderDraft>? change = null)
    {
        var draft = new OrderDraft { Lines = [new OrderLineDraft { Sku = "MUG-1", Quantity = 3 }, new OrderLineDraft { Sku = "BOWL-1", Quantity = 2 }], ShippingPrice = 5 };
        return Shop.CreateOrder(change?.Invoke(draft) ?? draft);
    }

    private ReturnedGoods Mugs(int pieces, bool accepted = true, string? reason = null, string? note = null) =>
        SomeReturn.Goods(pieces, Gids.Of("LineItem", _order.Lines[0].Id), "MUG-1", accepted, reason, note);

    private ReturnedGoods Bowls(int pieces) => SomeReturn.Goods(pieces, Gids.Of("LineItem", _order.Lines[1].Id), "BOWL-1");

    private Write<GoodsReturn> Write(RefundTerms? refund, string number, params ReturnedGoods[] lines)
    {
        var record = SomeReturn.Of(lines) with { Key = $"7/{number}", Number = number, OrderKey = _order.Gid, Refund = refund };
        var part = refund is null ? GoodsReturn.RegistrationPart : GoodsReturn.RefundPart;
        return new Write<GoodsReturn>(WriteOperation.Create, new RecordRef(Source, record.Key, part, $"1001 ({number})", null, _order.Gid), record);
    }

    private Task<IReadOnlyList<WriteResult>> SendAsync(params Write<GoodsReturn>[] batch) => _fixture.Connect().Destination<GoodsReturn>()!.WriteAsync(batch, default);

    private async Task<WriteResult> RegisterAsync(string number, params ReturnedGoods[] lines) => Assert.Single(await SendAsync(Write(null, number, lines)));

    private async Task<WriteResult> RefundAsync(RefundTerms terms, string number, params ReturnedGoods[] lines) => Assert.Single(await SendAsync(Write(terms, number, lines)));

    [Fact]
    public async Task Write_return_is_registered_with_mark_and_reason_and_stays_open()
    {
        var stock = Shop.Levels;

        var result = await RegisterAsync("RE-1", Mugs(1, reason: "Damaged or defective", note: "handle torn off"));

        var made = Assert.Single(Shop.Returns);
        Assert.Equal((WriteStatus.Done, made.Gid, ReturnStatus.Open), (result.Status, result.Id, made.Status));
        var line = Assert.Single(made.Lines);
        Assert.Equal((1, ReturnReason.Defective, "PULPO RE-1: Damaged or defective; handle torn off"), (line.Quantity, line.Reason, line.Note));
        Assert.Equal(stock, Shop.Levels);
        Assert.Empty(Shop.Refunds);
    }

    [Fact]
    public async Task Write_pieces_of_two_parcels_are_registered_in_one_return()
    {
        await RegisterAsync("RE-1", Mugs(3), Bowls(1));

        Assert.Equal(4, Assert.Single(Shop.Returns).Lines.Sum(line => line.Quantity));
        Assert.Equal(3, Shop.Returns[0].Lines.Count);
        Assert.All(Shop.Returns[0].Lines, line => Assert.Equal((ReturnReason.Other, "PULPO RE-1"), (line.Reason, line.Note)));
    }

    [Fact]
    public async Task Write_again_finds_what_is_there_and_makes_nothing()
    {
        var first = await SendAsync(Write(null, "RE-1", Mugs(1)), Write(Goods, "RE-1", Mugs(1)));

        var again = await SendAsync(Write(null, "RE-1", Mugs(1)), Write(Goods, "RE-1", Mugs(1)));

        Assert.Equal(first.Select(result => result.Id), again.Select(result => result.Id));
        Assert.All(again, result => Assert.Equal(OutcomeKind.Unchanged, result.Became));
        Assert.Equal((1, 1), (Shop.Returns.Count, Shop.Refunds.Count));
    }

    [Fact]
    public async Task Write_two_returns_of_one_order_stand_beside_each_other()
    {
        var results = await SendAsync(
            Write(null, "RE-1", Mugs(1)), Write(Goods, "RE-1", Mugs(1)), Write(null, "RE-12", Mugs(2)), Write(Goods, "RE-12", Mugs(2)));

        Assert.All(results, result => Assert.Equal((WriteStatus.Done, null), (result.Status, result.Warning)));
        Assert.Equal([1, 2], Shop.Returns.Select(one => one.Lines.Sum(line => line.Quantity)));
        Assert.Equal([10m, 20m], Shop.Refunds.Select(refund => refund.Amount));
    }

    [Fact]
    public async Task Write_refund_gives_back_the_price_and_restocks_nothing()
    {
        var stock = Shop.Levels;

        var result = await RefundAsync(Goods, "RE-1", Mugs(2));

        var refund = Assert.Single(Shop.Refunds);
        Assert.Equal((WriteStatus.Done, 20m, 0m, "PULPO RE-1", false), (result.Status, refund.Amount, refund.Shipping, refund.Note, refund.IsNotified));
        Assert.All(refund.Lines, line => Assert.Equal(RestockType.NoRestock, line.Restock));
        Assert.Equal(stock, Shop.Levels);
        Assert.Empty(Shop.Returns);
    }

    [Fact]
    public async Task Write_shipping_is_refunded_once_an_order()
    {
        var terms = Goods with { Shipping = true, NotifyCustomer = true };

        await RefundAsync(terms, "RE-1", Mugs(1));
        await RefundAsync(terms, "RE-2", Mugs(1));

        Assert.Equal([(15m, 5m), (10m, 0m)], Shop.Refunds.Select(refund => (refund.Amount, refund.Shipping)));
        Assert.Equal(2, Shop.Notifications.Count(one => one.Kind is NotificationKind.Refunded));
    }

    [Fact]
    public async Task Write_shipping_alone_is_left_out_once_it_is_paid_back()
    {
        var terms = new RefundTerms(Goods: false, Shipping: true, NotifyCustomer: false);

        var first = await RefundAsync(terms, "RE-1", Mugs(1));
        var second = await RefundAsync(terms, "RE-2", Mugs(1));

        Assert.Equal((WriteStatus.Done, WriteStatus.LeftOut, "RefundedBefore"), (first.Status, second.Status, second.Failure!.Code));
        Assert.Equal((5m, 5m, 0), (Assert.Single(Shop.Refunds).Amount, Shop.Refunds[0].Shipping, Shop.Refunds[0].Lines.Count));
    }

    [Fact]
    public async Task Write_more_than_was_shipped_is_named_and_nothing_of_it_is_written()
    {
        var results = await SendAsync(Write(null, "RE-1", Mugs(1), Bowls(2)), Write(Goods, "RE-1", Mugs(1), Bowls(2)));

        Assert.All(results, result =>
        {
            Assert.Equal((WriteStatus.Refused, "ReturnTooLarge"), (result.Status, result.Failure!.Code));
            Assert.Contains("2 × BOWL-1, but 1 shipped", result.Failure.Message);
            Assert.DoesNotContain("MUG", result.Failure.Message);
        });
        Assert.Equal((0, 0), (Shop.Returns.Count, Shop.Refunds.Count));
    }

    [Fact]
    public async Task Write_refund_above_what_is_left_is_refused_before_it_is_sent_and_the_return_stands()
    {
        // A person has given back money without naming goods.
        Shop.Refund(_order, new RefundDraft { Amount = 60 });

        var results = await SendAsync(Write(null, "RE-1", Mugs(3)), Write(Goods, "RE-1", Mugs(3)));

        Assert.Equal([WriteStatus.Done, WriteStatus.Refused], results.Select(result => result.Status));
        Assert.Equal("RefundTooLarge", results[1].Failure!.Code);
        Assert.Contains("is worth 30.00 EUR, but only 15.00 EUR", results[1].Failure!.Message);
        Assert.Equal(0, _fixture.Host.Traffic.CountOf("shopify", "RefundCreate"));
        Assert.Single(Shop.Refunds);
    }

    [Fact]
    public async Task Write_refund_of_an_order_that_is_not_paid_is_refused()
    {
        _order = Ordered(draft => draft with { FinancialStatus = FinancialStatus.Pending });
        Shop.Fulfill(_order.FulfillmentOrders[0]);

        var result = await RefundAsync(Goods, "RE-1", Mugs(1));

        Assert.Equal((WriteStatus.Refused, "RefundTooLarge"), (result.Status, result.Failure!.Code));
        Assert.Contains("10.00 EUR, but only 0.00 EUR", result.Failure.Message);
    }

    [Fact]
    public async Task Write_what_people_refunded_by_hand_is_not_paid_again()
    {
        Shop.Refund(_order, _order.Lines[0], 1, RestockType.NoRestock);

        var part = await RefundAsync(Goods, "RE-1", Mugs(3));
        Shop.Refund(_order, _order.Lines[1], 1, RestockType.NoRestock);
        var all = await RefundAsync(Goods, "RE-2", Bowls(1));

        Assert.Equal((WriteStatus.Done, 20m), (part.Status, Shop.Refunds[1].Amount));
        Assert.Contains("1 × MUG-1", part.Warning);
        Assert.Equal((WriteStatus.LeftOut, "RefundedBefore"), (all.Status, all.Failure!.Code));
        Assert.Equal(3, Shop.Refunds.Count);
    }

    [Fact]
    public async Task Write_registration_of_refunded_goods_takes_what_Shopify_still_takes()
    {
        _order = Ordered();
        Shop.Fulfill(_order.FulfillmentOrders[0]);
        Shop.Refund(_order, _order.Lines[0], 1, RestockType.NoRestock);

        var part = await RegisterAsync("RE-1", Mugs(3));
        _order = Ordered();
        Shop.Fulfill(_order.FulfillmentOrders[0]);
        Shop.Refund(_order, restock: RestockType.NoRestock);
        var all = await RegisterAsync("RE-2", Bowls(1));

        Assert.Equal((WriteStatus.Done, 2), (part.Status, Assert.Single(Shop.Returns).Lines.Sum(line => line.Quantity)));
        Assert.Contains("1 × MUG-1", part.Warning);
        Assert.Equal((WriteStatus.LeftOut, "RefundedBefore"), (all.Status, all.Failure!.Code));
    }

    [Fact]
    public async Task Write_order_that_is_not_there_is_named()
    {
        var write = Write(null, "RE-1", Mugs(1));

        var result = Assert.Single(await SendAsync(write with { Record = write.Record with { OrderKey = "gid://shopify/Order/1" } }));

        Assert.Equal((WriteStatus.Refused, FailureKind.NotFound, "OrderNotFound"), (result.Status, result.Failure!.Kind, result.Failure.Code));
    }

    [Fact]
    public async Task Write_cancelled_order_is_left_alone()
    {
        _order = Ordered();
        Shop.Cancel(_order);

        var results = await SendAsync(Write(null, "RE-1", Mugs(1)), Write(Goods, "RE-1", Mugs(1)));

        Assert.All(results, result => Assert.Equal((WriteStatus.LeftOut, "OrderCancelled"), (result.Status, result.Failure!.Code)));
    }

    [Fact]
    public async Task Write_customers_currency_is_the_one_that_is_paid_back()
    {
        _order = Ordered(draft => draft with { PresentmentCurrency = "USD", ExchangeRate = 1.5m });
        Shop.Fulfill(_order.FulfillmentOrders[0]);

        var result = await RefundAsync(Goods, "RE-1", Mugs(1));

        Assert.Equal((WriteStatus.Done, 10m), (result.Status, Assert.Single(Shop.Refunds).Amount));
        Shop.Refund(_order, new RefundDraft { Amount = 60 });
        Assert.Contains("is worth 30.00 USD, but only 7.50 USD", (await RefundAsync(Goods, "RE-2", Mugs(2))).Failure!.Message);
    }

    [Fact]
    public async Task Write_tax_on_top_is_paid_back_with_the_goods()
    {
        _order = Ordered(draft => draft with { TaxesIncluded = false });
        Shop.Fulfill(_order.FulfillmentOrders[0]);

        await RefundAsync(Goods, "RE-1", Mugs(1));

        Assert.Equal(11.9m, Assert.Single(Shop.Refunds).Amount);
    }

    [Fact]
    public async Task Find_tells_return_and_refund_by_their_marks()
    {
        var results = await SendAsync(Write(null, "RE-1", Mugs(1)), Write(Goods, "RE-12", Mugs(1)));

        RecordRef Ref(string part, string number, string? order) => new(Source, $"7/{number}", part, $"1001 ({number})", null, order);
        var found = await _fixture.Connect().Destination<GoodsReturn>()!.FindAsync(
            [Ref("return", "RE-1", _order.Gid), Ref("refund", "RE-12", _order.Gid), Ref("refund", "RE-1", _order.Gid), Ref("return", "RE-1", "gid://shopify/Order/1"), Ref("return", "RE-1", null)],
            default);

        Assert.Equal([FoundKind.Ours, FoundKind.Ours, FoundKind.Nothing, FoundKind.Nothing, FoundKind.Nothing], found.Select(one => one.Kind));
        Assert.Equal(results.Select(result => result.Id), found.Take(2).Select(one => one.Id));
    }

    [Theory]
    [InlineData("ReturnCreate", FaultKind.CutBefore, WriteStatus.Unknown)]
    [InlineData("ReturnCreate", FaultKind.Throttled, WriteStatus.Done)]
    [InlineData("RefundCreate", FaultKind.CutBefore, WriteStatus.Done)]
    [InlineData("RefundCreate", FaultKind.Throttled, WriteStatus.Done)]
    public async Task Write_that_was_not_executed_is_sent_again_only_where_that_is_certain(string operation, FaultKind kind, WriteStatus status)
    {
        _fixture.Host.Faults.Add(new Fault { Kind = kind, System = "shopify", Operation = operation });
        var write = Write(operation == "ReturnCreate" ? null : Goods, "RE-1", Mugs(1));

        var result = Assert.Single(await SendAsync(write));

        Assert.Equal(status, result.Status);
        Assert.Equal(status is WriteStatus.Done ? 1 : 0, Shop.Returns.Count + Shop.Refunds.Count);
    }

    [Theory]
    [InlineData("""{"return":{"id":""},"userErrors":[]}""")]
    [InlineData("""{"return":{"id":[]},"userErrors":[]}""")]
    public async Task Return_without_an_id_is_not_taken_for_registered(string payload)
    {
        _fixture.Host.Faults.Add(new Fault
        {
            Kind = FaultKind.Status, Status = 200, System = "shopify", Operation = "ReturnCreate", Body = $$$"""{"data":{"returnCreate":{{{payload}}} } }""",
        });

        var result = Assert.Single(await SendAsync(Write(null, "RE-1", Mugs(1))));

        Assert.Equal((WriteStatus.Unknown, "NoData"), (result.Status, result.Failure?.Code));
    }

    [Fact]
    public async Task Write_refund_that_the_shop_is_still_at_work_on_is_not_taken_for_refused()
    {
        Shop.PretendConcurrentRequests();

        var first = await RefundAsync(Goods, "RE-1", Mugs(1));
        var then = await RefundAsync(Goods, "RE-1", Mugs(1));

        Assert.Equal((WriteStatus.Unknown, WriteStatus.Done), (first.Status, then.Status));
        Assert.Single(Shop.Refunds);
    }

    [Theory]
    [InlineData(false, 0, "ReturnFirst")]
    [InlineData(true, 1, null)]
    public async Task Write_refund_waits_for_the_registration(bool registered, int refunds, string? code)
    {
        var terms = Goods with { AfterRegistration = true };
        if (!registered) _fixture.Host.Faults.Add(new Fault { Kind = FaultKind.CutBefore, System = "shopify", Operation = "ReturnCreate" });

        var results = await SendAsync(Write(null, "RE-1", Mugs(2)), Write(terms, "RE-1", Mugs(2)));

        Assert.Equal((code, refunds), (results[1].Failure?.Code, Shop.Refunds.Count));
        if (registered) return;
        results = await SendAsync(Write(null, "RE-1", Mugs(2)), Write(terms, "RE-1", Mugs(2)));
        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.Equal((2, 20m), (Assert.Single(Shop.Returns).Lines.Sum(line => line.Quantity), Assert.Single(Shop.Refunds).Amount));
    }

    [Fact]
    public async Task Write_refund_does_not_wait_for_a_registration_that_the_shop_has_no_use_for()
    {
        _order = Ordered();
        Shop.Fulfill(_order.FulfillmentOrders[0]);
        Shop.Refund(_order, _order.Lines[0], 3, RestockType.NoRestock);

        var results = await SendAsync(Write(null, "RE-1", Mugs(2)), Write(Goods with { AfterRegistration = true, Shipping = true }, "RE-1", Mugs(2)));

        Assert.All(results, result => Assert.Equal((WriteStatus.LeftOut, "RefundedBefore"), (result.Status, result.Failure!.Code)));
    }

    [Fact]
    public async Task Write_shop_that_cannot_be_read_executes_nothing()
    {
        _fixture.Host.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 503, System = "shopify", Operation = "ReturnOrder", Count = 0 });

        var failure = await Assert.ThrowsAsync<FailureException>(() => SendAsync(Write(null, "RE-1", Mugs(1)), Write(Goods, "RE-1", Mugs(1))));

        Assert.Equal(FailureKind.Transient, failure.Failure.Kind);
        Assert.Equal((0, 0), (Shop.Returns.Count, Shop.Refunds.Count));
    }

    [Fact]
    public async Task Write_shop_that_fails_midway_keeps_what_was_written()
    {
        _fixture.Host.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 503, System = "shopify", Operation = "ReturnOrder", Nth = 2, Count = 0 });

        var results = await SendAsync(Write(null, "RE-1", Mugs(1)), Write(Goods, "RE-1", Mugs(1)), Write(null, "RE-2", Mugs(1)));

        Assert.Equal([WriteStatus.Done, WriteStatus.Refused, WriteStatus.Refused], results.Select(result => result.Status));
        Assert.All(results.Skip(1), result => Assert.Equal(FailureKind.Transient, result.Failure!.Kind));
        Assert.Single(Shop.Returns);
    }
}
