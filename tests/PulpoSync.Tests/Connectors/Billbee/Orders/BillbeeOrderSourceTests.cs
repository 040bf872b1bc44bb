using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Billbee.Orders;

/// <summary>Orders out of the sandbox's account.</summary>
public class BillbeeOrderSourceTests
{
    [Theory]
    [InlineData(BillbeeListOrder.ById, BillbeeTimes.WithoutZone, 0)]
    [InlineData(BillbeeListOrder.NewestFirst, BillbeeTimes.Utc, 0)]
    [InlineData(BillbeeListOrder.ByModification, BillbeeTimes.WithOffset, 1)]
    [InlineData(BillbeeListOrder.Shuffled, BillbeeTimes.WithoutZone, 2)]
    public async Task ReadAsync_reads_every_order_once_whatever_the_order_and_the_times(BillbeeListOrder order, BillbeeTimes times, int hours)
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { ListOrder = order, Times = times, UtcOffset = TimeSpan.FromHours(hours) });
        fixture.Account.Seed(new BillbeeSeed { Orders = 600, Plain = true });

        var pages = await ReadAsync(fixture, new ReadRequest { StartFrom = fixture.Clock.GetUtcNow().AddDays(-8) });

        Assert.Equal(
            fixture.Account.Orders.Select(one => $"{one.BillBeeOrderId}").Order(StringComparer.Ordinal),
            pages.SelectMany(page => page.Records).Select(one => one.Key).Order(StringComparer.Ordinal));
        // Until the last page is read nobody knows whether one was missed.
        Assert.Equal([null, null, null], pages.SkipLast(1).Select(page => page.NextCursor));
        Assert.NotNull(pages[^1].NextCursor);
        Assert.Equal(3, fixture.Calls("GET /api/v1/orders"));
        Assert.True(fixture.Account.Rates.MaxPerSecond <= 2);

        // The next run reads what was changed shortly before, and so much more as the zones of the times may differ.
        var next = await ReadAsync(fixture, new ReadRequest { Cursor = pages[^1].NextCursor });
        Assert.InRange(next.Sum(page => page.Records.Count), 1, 100);
    }

    [Fact]
    public async Task ReadAsync_gives_what_cannot_be_read_beside_the_others()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (bad, _) = fixture.AddOrder(order => order with { OrderNumber = "B-1", OrderItems = [order.OrderItems[0] with { Quantity = 0.5m }] });
        var (good, _) = fixture.AddOrder(order => order with { OrderNumber = "B-2" });

        var pages = await ReadAsync(fixture, new ReadRequest { StartFrom = fixture.Clock.GetUtcNow().AddDays(-1) });

        Assert.Equal(good, Assert.Single(pages[0].Records).Key);
        var unreadable = Assert.Single(pages[0].Unreadable);
        Assert.Equal((bad, "B-1", "QuantityInvalid"), (unreadable.Key, unreadable.Number!, unreadable.Failure.Code));
    }

    [Fact]
    public async Task ReadAsync_waits_where_Billbee_is_asked_too_much_and_ends_without_a_cursor_where_it_answers_with_a_web_page()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        fixture.Account.Seed(new BillbeeSeed { Orders = 300, Plain = true });
        fixture.Fail(FaultKind.Status, "orders", 429, count: 2);
        // It sees no call that was hit before.
        fixture.Fail(FaultKind.Html, "orders", 200, nth: 2, count: 0);

        var pages = new List<Page<Order>>();
        var failure = await Assert.ThrowsAsync<FailureException>(() => ReadAsync(fixture, new ReadRequest { StartFrom = fixture.Clock.GetUtcNow().AddDays(-8) }, pages));

        Assert.Equal((FailureKind.Transient, "NotJson"), (failure.Failure.Kind, failure.Failure.Code));
        Assert.Equal(250, pages.Sum(page => page.Records.Count));
        Assert.All(pages, page => Assert.Null(page.NextCursor));
    }

    [Theory]
    [InlineData(404, BillbeeErrorStyle.Envelope)]
    [InlineData(404, BillbeeErrorStyle.Message)]
    [InlineData(200, BillbeeErrorStyle.Envelope)]
    public async Task ReadManyAsync_leaves_out_what_is_gone_and_what_is_no_key(int status, BillbeeErrorStyle style)
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { MissingStatus = status, ErrorStyle = style });
        var (key, _) = fixture.AddOrder();

        var page = await Source(fixture).ReadManyAsync([key, "999", "else", ""], default);

        Assert.Equal(key, Assert.Single(page.Records).Key);
        Assert.Empty(page.Unreadable);
        Assert.Null(page.NextCursor);
        Assert.Equal(2, fixture.Calls("GET /api/v1/orders/{id}"));
    }

    [Theory]
    // By their ids two pages give all of them that are there; the newest first, the first page gives the last ones, and the others are read one by one.
    [InlineData(BillbeeListOrder.ById, 2, 1)]
    [InlineData(BillbeeListOrder.NewestFirst, 1, 20)]
    public async Task ReadManyAsync_reads_many_from_the_list_where_that_is_cheaper(BillbeeListOrder order, int lists, int singles)
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { ListOrder = order });
        var ids = fixture.Account.Seed(new BillbeeSeed { Orders = 450, Plain = true }).Select(one => one.BillBeeOrderId!.Value).Where(id => id % 10 == 0).ToList();
        fixture.Account.RemoveOrder(ids[3]);

        var page = await Source(fixture).ReadManyAsync([.. ids.Select(id => $"{id}")], default);

        Assert.Equal(ids.Where(id => id != ids[3]), page.Records.Select(one => long.Parse(one.Key, CultureInfo.InvariantCulture)).Order());
        Assert.Equal((lists, singles), (fixture.Calls("GET /api/v1/orders"), fixture.Calls("GET /api/v1/orders/{id}")));
    }

    [Theory]
    [InlineData("B-1001", true)]
    [InlineData(" b-1001 ", false)]
    [InlineData("id", true)]
    [InlineData("12", false)]
    [InlineData("", false)]
    [InlineData("B/1 #?&", false)]
    public async Task FindKeysAsync_knows_orders_by_their_number_and_by_Billbees_own(string typed, bool isFound)
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, _) = fixture.AddOrder();

        var keys = await Source(fixture).FindKeysAsync(typed == "id" ? key : typed, default);

        Assert.Equal(isFound ? new[] { key } : [], keys);
    }

    [Fact]
    public async Task FindKeysAsync_finds_a_number_with_marks_of_an_address_in_it()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, _) = fixture.AddOrder(order => order with { OrderNumber = "B 1+2?3&4#5" });

        Assert.Equal([key], await Source(fixture).FindKeysAsync("B 1+2?3&4#5", default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ValidateSettingsAsync_names_the_shop_accounts_that_there_are(bool bare)
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { BareShopAccounts = bare });
        var shop = fixture.Account.AddShopAccount("Hauptladen");

        Assert.Empty(await ValidateAsync(fixture, ("ShopAccount", $"hauptladen\n{shop.Id}"), ("OrderStatus", "PAID")));
        var failure = Assert.Single(await ValidateAsync(fixture, ("ShopAccount", "Hauptladen\nNebenladen")));

        Assert.Equal((FailureKind.Configuration, "ShopAccountUnknown"), (failure.Kind, failure.Code));
        Assert.Equal($"ShopAccount names \"Nebenladen\", which Billbee does not have. Its shop accounts are \"Hauptladen\" ({shop.Id}).", failure.Message);
    }

    [Fact]
    public async Task ValidateSettingsAsync_says_nothing_of_shop_accounts_where_Billbee_does_not_list_them()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        fixture.Fail(FaultKind.Status, "shopaccounts", 404);

        Assert.Empty(await ValidateAsync(fixture, ("ShopAccount", "Nebenladen")));
    }

    [Fact]
    public async Task ValidateSettingsAsync_refuses_states_in_which_nothing_is_shipped()
    {
        await using var fixture = await BillbeeFixture.StartAsync();

        var failure = Assert.Single(await ValidateAsync(fixture, ("OrderStatus", "PAID\nSHIPPED\nCANCELED")));

        Assert.Equal((FailureKind.Configuration, "OrderStatusAsksForNothing"), (failure.Kind, failure.Code));
        Assert.StartsWith("OrderStatus names SHIPPED, CANCELED:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_needs_both_authentications_and_tells_the_one_place_that_ships()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var check = await fixture.Connect().CheckAsync(new CheckRequest(IntegrationType.SalesOrders, Role.Source, SettingBag.Empty), default);

        Assert.Null(check.Failure);
        Assert.Equal("billbee:api@acme.example", check.Account);
        Assert.Equal(new Place("order", "Billbee"), Assert.Single(check.Locations));

        fixture.Account.SetPassword("another");
        Assert.Equal(FailureKind.Authentication, (await fixture.Connect().CheckAsync(CheckRequest.Credential, default)).Failure?.Kind);
    }

    private static ISource<Order> Source(BillbeeFixture fixture) => fixture.Connect().Source<Order>()!;

    private static Task<IReadOnlyList<Failure>> ValidateAsync(BillbeeFixture fixture, params (string Name, string Value)[] settings) =>
        fixture.Connect(settings).ValidateSettingsAsync(new CheckRequest(IntegrationType.SalesOrders, Role.Source, BillbeeFixture.Bag(settings)), default);

    private static async Task<List<Page<Order>>> ReadAsync(BillbeeFixture fixture, ReadRequest request, List<Page<Order>>? into = null)
    {
        var pages = into ?? [];
        await foreach (var page in Source(fixture).ReadAsync(request, default)) pages.Add(page);
        return pages;
    }
}
