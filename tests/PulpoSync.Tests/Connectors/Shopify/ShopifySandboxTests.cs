using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using FulfillmentOrder = PulpoSync.Records.FulfillmentOrder;
using Order = PulpoSync.Records.Order;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>The connector against the whole emulated shop.</summary>
public class ShopifySandboxTests
{
    [Theory]
    [InlineData("50")]
    [InlineData("7")]
    public async Task ReadAsync_gives_every_order_of_a_peculiar_shop_whole(string pageSize)
    {
        await using var fixture = await SandboxShopFixture.StartAsync();
        fixture.Settings["PageSize"] = pageSize;
        var seeded = fixture.Shop.Seed(new ShopSeed { Orders = 400 });

        var orders = (await fixture.ReadAsync()).ToDictionary(order => order.Key);

        Assert.Equal(seeded.Select(order => order.Gid).Order(), orders.Keys.Order());
        Assert.Superset(Enum.GetValues<OrderTrait>().ToHashSet(), seeded.SelectMany(order => order.Traits).ToHashSet());
        foreach (var expected in seeded) AssertSame(expected, orders[expected.Gid]);
    }

    [Fact]
    public async Task ReadAsync_reads_long_orders_to_their_ends()
    {
        await using var fixture = await SandboxShopFixture.StartAsync();
        var variant = fixture.Shop.Seed(new ShopSeed { Orders = 1, Plain = true })[0].Lines[0].Sku;
        var many = fixture.Shop.CreateOrder(new OrderDraft { Lines = [.. Enumerable.Range(0, 600).Select(i => new OrderLineDraft { Sku = variant, Quantity = 1 + (i % 3) })] });
        var open = fixture.Shop.FindOrder(many.Gid)!.FulfillmentOrders[0];
        fixture.Shop.Fulfill(open);

        var order = (await fixture.ReadAsync()).Single(order => order.Key == many.Gid);

        Assert.Equal(many.Lines.Select(line => line.Quantity), order.Lines.Select(line => line.Quantity));
        Assert.Equal(600, Assert.Single(order.Shipments).Lines.Count);
        AssertSame(many, order);
    }

    [Fact]
    public async Task ReadManyAsync_sees_a_hold_released_although_the_order_has_not_changed()
    {
        await using var fixture = await SandboxShopFixture.StartAsync();
        var seeded = fixture.Shop.Seed(new ShopSeed { Orders = 30, Plain = true });
        var held = seeded[2].FulfillmentOrders[0];
        fixture.Shop.Hold(held, HoldReason.AwaitingPayment);
        var source = fixture.Connect().Source<Order>()!;

        var before = (await source.ReadManyAsync([seeded[2].Gid], default)).Records.Single();
        fixture.Shop.ReleaseHold(held);
        var after = (await source.ReadManyAsync([.. seeded.Select(order => order.Gid)], default)).Records;

        Assert.Equal((FulfillmentState.OnHold, "AWAITING_PAYMENT"), (before.FulfillmentOrders[0].State, before.FulfillmentOrders[0].HoldReason));
        Assert.Equal(30, after.Count);
        Assert.Equal(FulfillmentState.Open, after[2].FulfillmentOrders[0].State);
        Assert.Equal(before.UpdatedAt, after[2].UpdatedAt);
    }

    [Fact]
    public async Task FindKeysAsync_finds_by_number_name_and_id()
    {
        await using var fixture = await SandboxShopFixture.StartAsync(options => options with { OrderSuffix = "-A" });
        var order = fixture.Shop.Seed(new ShopSeed { Orders = 20, Plain = true })[7];
        var source = fixture.Connect().Source<Order>()!;

        foreach (var text in new[] { $"{order.Number}", order.Name, order.Gid, $"{order.Id}" }) Assert.Equal([order.Gid], await source.FindKeysAsync(text, default));
        Assert.Empty(await source.FindKeysAsync("999999", default));
    }

    [Fact]
    public async Task ReadAsync_renews_tokens_that_the_shop_has_revoked()
    {
        await using var fixture = await SandboxShopFixture.StartAsync();
        fixture.Secrets.Clear();
        (fixture.Fields["ClientId"], fixture.Secrets["ClientSecret"]) = ("sandbox-client", "shpss_sandbox");
        fixture.Shop.Seed(new ShopSeed { Orders = 5, Plain = true });

        await fixture.ReadAsync();
        fixture.Shop.RevokeTokens();

        Assert.Equal(5, (await fixture.ReadAsync()).Count);
        Assert.Equal(2, fixture.Tokens.Logins.Count);
    }

    [Theory]
    [InlineData(CustomerDataAccess.Null)]
    [InlineData(CustomerDataAccess.Denied)]
    public async Task ReadAsync_marks_orders_whose_address_the_plan_withholds(CustomerDataAccess access)
    {
        await using var fixture = await SandboxShopFixture.StartAsync(options => options with { CustomerData = access });
        fixture.Shop.Seed(new ShopSeed { Orders = 12, Plain = true });

        var orders = await fixture.ReadAsync();

        Assert.Equal(12, orders.Count);
        Assert.All(orders, order => Assert.True(order.PersonalDataWithheld));
        Assert.All(orders, order => Assert.NotEmpty(order.Lines));
    }

    [Fact]
    public async Task CheckAsync_learns_the_shop()
    {
        await using var fixture = await SandboxShopFixture.StartAsync();

        var check = await fixture.CheckAsync();

        Assert.Null(check.Failure);
        Assert.Equal("shopify:acme.myshopify.com", check.Account);
        Assert.Equal(["Berlin", "Hamburg", "Showroom"], check.Locations.Select(place => place.Name).Order());
    }

    [Theory]
    [InlineData(ShopState.Frozen, "ShopFrozen")]
    [InlineData(ShopState.Locked, "ShopLocked")]
    public async Task CheckAsync_says_why_a_shop_cannot_be_used(ShopState state, string code)
    {
        await using var fixture = await SandboxShopFixture.StartAsync(options => options with { State = state });

        Assert.Equal(code, (await fixture.CheckAsync()).Failure!.Code);
    }

    [Fact]
    public async Task CheckAsync_warns_of_a_version_that_is_no_longer_served()
    {
        await using var fixture = await SandboxShopFixture.StartAsync();
        fixture.Fields["ApiVersion"] = "2023-01";

        Assert.Contains((await fixture.CheckAsync()).Warnings, text => text.Contains("instead of 2023-01", StringComparison.Ordinal));
    }

    private static void AssertSame(PulpoSync.Sandbox.Shopify.Order expected, Order order)
    {
        Assert.Equal((expected.Name, $"{expected.Number}"), (order.Name, order.Number));
        Assert.Equal(expected.Tags.Order(StringComparer.Ordinal), order.Tags.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Lines.Select(line => (line.Sku, line.CurrentQuantity)), order.Lines.Select(line => (line.Sku, line.Quantity)));
        Assert.Equal((expected.Customer is null, expected.ShippingAddress is null), (order.Customer is null, order.ShipTo is null));
        Assert.Equal(expected.CurrentTotal, order.Total!.Amount);
        Assert.Equal(
            expected.FulfillmentOrders.Select(fo => (fo.Location.Name, $"{fo.Status}", fo.Lines.Sum(line => line.RemainingQuantity))),
            order.FulfillmentOrders.Select(fo => (fo.LocationName!, $"{StateOf(fo)}", fo.Remaining.Sum(line => line.Quantity))));
        Assert.Equal(expected.Fulfillments.Select(f => f.Lines.Sum(line => line.Quantity)), order.Shipments.Select(shipment => shipment.Lines.Sum(line => line.Quantity)));
    }

    private static FulfillmentOrderStatus StateOf(FulfillmentOrder fulfillment) =>
        Enum.Parse<FulfillmentOrderStatus>(fulfillment.StateText!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
