using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class SeedTests
{
    [Fact]
    public async Task Seed_gives_the_same_orders_each_time()
    {
        await using var one = await ShopClient.StartAsync();
        await using var other = await ShopClient.StartAsync();

        Assert.Equal(one.Shop.Seed(new ShopSeed { Orders = 200 }).Select(Describe), other.Shop.Seed(new ShopSeed { Orders = 200 }).Select(Describe));
    }

    [Fact]
    public async Task Seed_has_every_peculiarity()
    {
        await using var client = await ShopClient.StartAsync();

        var orders = client.Shop.Seed(new ShopSeed { Orders = 100 });

        Assert.Equal(Enum.GetValues<OrderTrait>(), orders.SelectMany(o => o.Traits).Distinct().Order());
    }

    [Fact]
    public async Task Seed_that_is_plain_has_none_but_those_asked_for()
    {
        await using var client = await ShopClient.StartAsync();

        var orders = client.Shop.Seed(new ShopSeed { Orders = 50, Plain = true, Shares = new Dictionary<OrderTrait, double> { [OrderTrait.Split] = 1 } });

        Assert.All(orders, o => Assert.Equal([OrderTrait.Split], o.Traits));
        Assert.All(orders, o => Assert.Equal(2, o.FulfillmentOrders.Select(f => f.Location).Distinct().Count()));
    }

    // What a trait promises, of an order that has it.
    public static TheoryData<OrderTrait, Func<Order, bool>> Promises => new()
    {
        { OrderTrait.Guest, o => o.Customer is null && o.Email is not null },
        { OrderTrait.NoShippingAddress, o => o.ShippingAddress is null && o.Lines.Any(l => l.RequiresShipping) },
        { OrderTrait.OtherLocation, o => o.FulfillmentOrders.All(f => f.Location.Name == "Showroom" || f.Delivery == DeliveryMethodType.None) },
        { OrderTrait.GiftCard, o => o.Lines.Any(l => l is { IsGiftCard: true, RequiresShipping: false }) },
        { OrderTrait.PhysicalGiftCard, o => o.Lines.Any(l => l is { IsGiftCard: true, RequiresShipping: true }) },
        { OrderTrait.DigitalOnly, o => o.Lines.All(l => !l.RequiresShipping) },
        { OrderTrait.CustomLine, o => o.Lines.Any(l => l.Variant is null) },
        { OrderTrait.EmptySku, o => o.Lines.Any(l => l is { Sku: "", RequiresShipping: true }) },
        { OrderTrait.UnknownSku, o => o.Lines.Any(l => l.Sku!.StartsWith("UNKNOWN-", StringComparison.Ordinal)) },
        { OrderTrait.DeliveryTag, o => o.Tags.Any(t => t.StartsWith("Lieferung: ", StringComparison.Ordinal) || t.StartsWith("Delivery: ", StringComparison.Ordinal)) },
        { OrderTrait.TwoDeliveryTags, o => o.Tags.Count(t => t.StartsWith("Lieferung: ", StringComparison.Ordinal) || t.StartsWith("Delivery: ", StringComparison.Ordinal)) == 2 },
        { OrderTrait.Unpaid, o => o.FinancialStatus != FinancialStatus.Paid },
        { OrderTrait.PartlyFulfilled, o => o.FulfillmentStatus == FulfillmentStatus.PartiallyFulfilled },
        { OrderTrait.Fulfilled, o => o.FulfillmentStatus == FulfillmentStatus.Fulfilled },
        { OrderTrait.InProgress, o => o.FulfillmentStatus == FulfillmentStatus.InProgress },
        { OrderTrait.OnHold, o => o.FulfillmentStatus == FulfillmentStatus.OnHold },
        { OrderTrait.Scheduled, o => o.FulfillmentStatus == FulfillmentStatus.Scheduled },
        { OrderTrait.Test, o => o.IsTest },
        { OrderTrait.NotShipped, o => o.FulfillmentOrders.All(f => f.Delivery != DeliveryMethodType.Shipping) },
        { OrderTrait.Cancelled, o => o.CancelledAt is not null },
        { OrderTrait.PartlyRefunded, o => o.Lines.Any(l => l.CurrentQuantity < l.Quantity) },
        { OrderTrait.ForeignCurrency, o => o.PresentmentCurrency != "EUR" },
        { OrderTrait.LongText, o => (o.ShippingAddress ?? o.BillingAddress) is not { } a || (a.Company!.Length > 255 && a.Address1!.Length > 255) },
        { OrderTrait.ManyLines, o => o.Lines.Count > 100 },
        { OrderTrait.ManyFulfillmentOrders, o => o.FulfillmentOrders.Count > 10 },
        { OrderTrait.Risky, o => o.Risk is RiskRecommendation.Cancel or RiskRecommendation.Investigate },
        { OrderTrait.Notes, o => o.Note is not null && o.CustomAttributes.Count > 0 },
        { OrderTrait.Discounted, o => o.Lines.Any(l => l.UnitDiscount > 0) || !o.Lines.Any(l => l.RequiresShipping) },
    };

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task Seed_keeps_the_promise_of_each_trait(OrderTrait trait, Func<Order, bool> promise)
    {
        await using var client = await ShopClient.StartAsync();

        var orders = client.Shop.Seed(new ShopSeed { Orders = 1500 }).Where(o => o.Traits.Contains(trait)).ToArray();

        Assert.NotEmpty(orders);
        Assert.All(orders, o => Assert.True(promise(o), Describe(o)));
    }

    [Fact]
    public async Task Seed_quantities_to_ship_agree_between_lines_and_fulfilment_orders()
    {
        await using var client = await ShopClient.StartAsync();

        var orders = client.Shop.Seed(new ShopSeed { Orders = 1000 }).Where(o => o.CancelledAt is null);

        Assert.All(orders, o => Assert.Equal(o.Lines.Sum(l => l.UnfulfilledQuantity), o.FulfillmentOrders.Sum(f => f.Lines.Sum(l => l.RemainingQuantity))));
    }

    [Fact]
    public async Task Seed_lies_in_the_past_and_in_order()
    {
        await using var client = await ShopClient.StartAsync();

        var orders = client.Shop.Seed(new ShopSeed { Orders = 300 });

        Assert.Equal(ShopClient.Start.AddDays(-7), orders[0].CreatedAt);
        Assert.Equal(orders.OrderBy(o => o.CreatedAt), orders);
        Assert.All(orders, o => Assert.InRange(o.UpdatedAt, o.CreatedAt, ShopClient.Start));
    }

    private static string Describe(Order order) =>
        $"{order.Id} {order.Name} {order.CreatedAt:O} {order.UpdatedAt:O} {order.FinancialStatus} {order.FulfillmentStatus} {order.Total} {order.Email} "
        + $"{string.Join(',', order.Tags)} {string.Join(',', order.Traits)} {string.Join(',', order.Lines.Select(l => $"{l.Sku}x{l.CurrentQuantity}"))}";
}
