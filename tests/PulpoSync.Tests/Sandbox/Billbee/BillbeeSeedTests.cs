using System.Net.Http.Json;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Sandbox.Billbee;

public class BillbeeSeedTests
{
    [Fact]
    public async Task Seed_gives_the_same_account_each_time_and_another_seed_another()
    {
        await using var first = await BillbeeSandboxClient.StartAsync();
        await using var second = await BillbeeSandboxClient.StartAsync();
        await using var other = await BillbeeSandboxClient.StartAsync();

        first.Account.Seed(new BillbeeSeed { Seed = 7, Orders = 60 });
        second.Account.Seed(new BillbeeSeed { Seed = 7, Orders = 60 });
        other.Account.Seed(new BillbeeSeed { Seed = 8, Orders = 60 });

        Assert.Equal(first.Account.Dump().ToString(), second.Account.Dump().ToString());
        Assert.NotEqual(first.Account.Dump().ToString(), other.Account.Dump().ToString());
    }

    [Fact]
    public async Task Seed_has_every_peculiarity_and_every_state()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        var orders = billbee.Account.Seed(new BillbeeSeed { Orders = 200 });

        foreach (var trait in Enum.GetValues<BillbeeTrait>())
        {
            var having = orders.Where(o => billbee.Account.TraitsOf(o.BillBeeOrderId!.Value).Contains(trait)).ToList();
            Assert.NotEmpty(having);
            Assert.All(having, o => Assert.True(Shows(o, trait), $"{trait}: {o.BillBeeOrderId}"));
        }
        Assert.Equal(Enumerable.Range(1, 16), orders.Select(o => o.State ?? 0).Distinct().Order());
        Assert.True(orders.Select(o => o.ApiAccountId).Distinct().Count() >= 3);
        Assert.Contains(orders, o => o.ShippingAddress?.LastName?.Contains('ü') == true);
        Assert.Contains(orders, o => o.ShippingAddress?.FirstName?.Contains("🐙", StringComparison.Ordinal) == true);
        var set = billbee.Account.Products.Single(p => p.SKU == BillbeeSeed.BomSku);
        Assert.Equal((2, 2), (set.Type, set.BillOfMaterial.Count));
    }

    [Fact]
    public async Task Seed_that_is_plain_has_paid_orders_of_known_articles_only()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        var orders = billbee.Account.Seed(new BillbeeSeed { Orders = 40, Products = 10, Plain = true, Stock = 25 });

        Assert.All(orders, o => Assert.Equal(3, o.State));
        Assert.All(orders, o => Assert.Empty(billbee.Account.TraitsOf(o.BillBeeOrderId!.Value)));
        Assert.All(orders.SelectMany(o => o.OrderItems), i => Assert.Equal(25, billbee.Account.StockOf(i.Product!.SKU!)));
    }

    [Fact]
    public async Task Seed_lies_in_the_past_and_a_second_one_adds_orders_to_the_same_articles()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        using var control = new HttpClient { BaseAddress = new Uri(billbee.Host.Address, "control/billbee/acme/") };

        var first = billbee.Account.Seed(new BillbeeSeed { Orders = 30, Products = 5 });
        var articles = billbee.Account.Products.Count;
        (await control.PostAsJsonAsync("seed", new { seed = 2, orders = 4, products = 5, spread = "01:00:00" })).EnsureSuccessStatusCode();

        Assert.Equal((34, articles), (billbee.Account.Orders.Count, billbee.Account.Products.Count));
        var now = billbee.Time.GetUtcNow().UtcDateTime;
        Assert.Equal((now.AddDays(-7), now), (first[0].CreatedAt, first[^1].CreatedAt));
        Assert.All(first, o => Assert.Equal(o.CreatedAt, o.LastModifiedAt));
        Assert.Equal(now.AddHours(-1), billbee.Account.Orders[30].CreatedAt);
    }

    private static bool Shows(BillbeeOrder order, BillbeeTrait trait) => trait switch
    {
        BillbeeTrait.Guest => order is { Customer: null, Buyer: null },
        BillbeeTrait.Coupon => order.OrderItems.Any(i => i is { IsCoupon: true, TotalPrice: < 0 }) || IsDigitalOnly(order),
        BillbeeTrait.DigitalLine => order.OrderItems.Any(i => i.Product!.IsDigital),
        BillbeeTrait.DigitalOnly => IsDigitalOnly(order),
        BillbeeTrait.BillOfMaterial => order.OrderItems.Any(i => i.Product!.Type == 2) || IsDigitalOnly(order),
        BillbeeTrait.Child => order.BillBeeParentOrderId is not null,
        BillbeeTrait.CancellationDocument => order.IsCancelationFor is not null,
        BillbeeTrait.NoOrderNumber => order.OrderNumber is null,
        BillbeeTrait.OtherState => order.State is >= 1 and <= 16,
        BillbeeTrait.MissingSku => order.OrderItems.Any(i => i is { IsCoupon: false, Product.SKU: null }) || IsDigitalOnly(order),
        BillbeeTrait.UnknownSku => order.OrderItems.Any(i => i.Product!.SKU == BillbeeSeed.UnknownSku) || IsDigitalOnly(order),
        BillbeeTrait.TwinLines => order.OrderItems.GroupBy(i => i.Product!.SKU).Any(g => g.Count() > 1) || IsDigitalOnly(order),
        BillbeeTrait.NullScalars => order is { Currency: null, TotalCost: null, ApiAccountId: null },
        BillbeeTrait.NoShippingAddress => order.ShippingAddress is null,
        BillbeeTrait.FractionalQuantity => order.OrderItems.Any(i => i.Quantity == 0.5m) || IsDigitalOnly(order),
        BillbeeTrait.LongText => order.SellerComment?.Length > 3000,
        BillbeeTrait.Shipped => order is { State: 4, ShippedAt: not null, ShippingIds.Count: 1 },
        BillbeeTrait.Tagged => order is { Tags.Count: 2, Comments.Count: 1 },
        _ => false,
    };

    private static bool IsDigitalOnly(BillbeeOrder order) => order.OrderItems is [{ Product.IsDigital: true }];
}
