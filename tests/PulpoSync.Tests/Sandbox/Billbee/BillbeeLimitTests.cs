using System.Net;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Billbee;

public class BillbeeLimitTests
{
    [Fact]
    public async Task Third_request_of_an_endpoint_within_any_second_is_too_many()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { Limited = true });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(billbee, "orders"));
        billbee.Time.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(billbee, "orders?page=2"));
        billbee.Time.Advance(TimeSpan.FromMilliseconds(399));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(billbee, "orders"));
        billbee.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(billbee, "orders"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(billbee, "orders"));
    }

    [Fact]
    public async Task Endpoints_have_limits_of_their_own_and_ids_share_one()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { Limited = true });
        var ids = billbee.AddOrders(3);

        foreach (var path in new[] { "orders", "orders", "products", "products/stocks", "products/stocks", $"orders/{ids[0]}", $"orders/{ids[1]}" })
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(billbee, path));

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(billbee, $"orders/{ids[2]}"));
    }

    [Fact]
    public async Task Order_is_read_six_times_a_minute_at_most()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { Limited = true });
        var ids = billbee.AddOrders(2);

        for (var read = 1; read <= 6; read++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(billbee, $"orders/{ids[0]}"));
            billbee.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(billbee, $"orders/{ids[0]}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(billbee, $"orders/{ids[1]}"));
        billbee.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(billbee, $"orders/{ids[0]}"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(2.0, "2")]
    public async Task Refusal_names_a_time_only_where_the_options_say_so(double? seconds, string? header)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { Limited = true, RetryAfter = seconds });
        for (var i = 0; i < 2; i++) await billbee.GetAsync("orders");

        var answer = await billbee.GetAsync("orders");

        Assert.Equal((HttpStatusCode.TooManyRequests, header), (answer.Status, answer.RetryAfter));
    }

    [Fact]
    public async Task Request_without_login_takes_no_place()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { Limited = true });
        billbee.Login(null, null, null);
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(billbee, "orders"));

        billbee.Login("Api@Acme.example", "pässword:1", "key-1");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(billbee, "orders"));
    }

    [Fact]
    public async Task Rates_tell_the_greatest_rate_and_the_share_of_the_limit()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { Limited = true });
        for (var second = 0; second < 4; second++)
        {
            await billbee.GetAsync("orders");
            if (second != 2) await billbee.GetAsync("orders");
            billbee.Time.Advance(TimeSpan.FromSeconds(1));
        }
        for (var i = 0; i < 3; i++) await billbee.GetAsync("products");

        var orders = billbee.Account.Rates.Of("GET /api/v1/orders")!;
        var products = billbee.Account.Rates.Of("GET /api/v1/products")!;
        Assert.Equal((7, 0, 2), (orders.Count, orders.Refused, orders.MaxPerSecond));
        Assert.Equal((TimeSpan.FromSeconds(3), 7.0 / 8), (orders.Last - orders.First, orders.ShareOfLimit));
        Assert.Equal((3, 1, 3), (products.Count, products.Refused, products.MaxPerSecond));
        Assert.Equal(3, billbee.Account.Rates.MaxPerSecond);

        billbee.Account.Rates.Reset();
        Assert.Empty(billbee.Account.Rates.All);
    }

    [Fact]
    public async Task Requests_just_before_and_after_the_turn_of_a_second_count_together()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        foreach (var wait in new[] { 900, 0, 200, 0 })
        {
            billbee.Time.Advance(TimeSpan.FromMilliseconds(wait));
            await billbee.GetAsync("orders");
        }

        Assert.Equal(4, billbee.Account.Rates.MaxPerSecond);
    }

    private static async Task<HttpStatusCode> StatusAsync(BillbeeSandboxClient billbee, string path) => (await billbee.GetAsync(path)).Status;
}
