using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Billbee;

public class BillbeeControlTests
{
    [Fact]
    public async Task Account_is_added_and_filled_over_http()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        using var control = new HttpClient { BaseAddress = new Uri(billbee.Host.Address, "control/") };

        Assert.Equal(HttpStatusCode.Created, (await control.PostAsJsonAsync("accounts", new { name = "other", listOrder = "NewestFirst" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await control.PostAsJsonAsync("accounts", new { name = "other" })).StatusCode);
        var order = await ReadAsync(await control.PostAsJsonAsync("billbee/other/orders", new
        {
            OrderNumber = "N-1", State = 2, OrderItems = new[] { new { Quantity = 1, Product = new { SKU = "MUG" } } },
        }));
        var id = (long)order["billBeeOrderId"]!;
        await control.PostAsJsonAsync($"billbee/other/orders/{id}/quantity", new { line = 0, quantity = 3 });
        await control.PutAsJsonAsync($"billbee/other/orders/{id}/address", new { City = "Köln" });
        await control.PostAsJsonAsync($"billbee/other/orders/{id}/shipments", new { ShippingId = "T1" });
        await control.PutAsJsonAsync($"billbee/other/orders/{id}/label-refusal", new { reason = "no" });
        await control.PostAsync($"billbee/other/orders/{id}/cancel", null);
        await control.PostAsJsonAsync("billbee/other/products", new { SKU = "MUG" });
        await control.PutAsJsonAsync("billbee/other/products/MUG/stock", new { quantity = 5 });
        await control.PutAsJsonAsync("billbee/other/products/MUG/reserved", new { quantity = 2 });
        await control.PostAsync("billbee/other/products/MUG/deactivate", null);

        var account = billbee.Host.Accounts["other"];
        var stored = Assert.Single(account.Orders);
        Assert.Equal((8, 3m, "Köln", "T1"), (stored.State, stored.OrderItems[0].Quantity, stored.ShippingAddress!.City, stored.ShippingIds[0].ShippingId));
        var product = Assert.Single(account.Products);
        Assert.Equal((5m, 2m, true), (product.StockCurrent, product.Stocks[0].UnfulfilledAmount, product.IsDeactivated));
        Assert.Equal(HttpStatusCode.Conflict, (await control.PostAsync("billbee/other/orders/1/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await control.PostAsync("billbee/none/orders/1/cancel", null)).StatusCode);
    }

    [Fact]
    public async Task Dump_is_in_the_vendors_words_and_rates_are_told()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.AddOrders(2);
        billbee.Account.AddProduct("MUG");
        await billbee.GetAsync("orders");
        using var control = new HttpClient { BaseAddress = new Uri(billbee.Host.Address, "control/billbee/acme/") };

        var dump = await ReadAsync(await control.GetAsync(new Uri("dump", UriKind.Relative)));
        var rates = await ReadAsync(await control.GetAsync(new Uri("rates", UriKind.Relative)));

        Assert.Equal(["N-1", "N-2"], dump["Orders"]!.AsArray().Select(o => (string?)o!["OrderNumber"]));
        Assert.Equal("MUG", (string?)dump["Products"]![0]!["SKU"]);
        Assert.Equal(("GET /api/v1/orders", 1), ((string?)rates[0]!["endpoint"], (int)rates[0]!["maxPerSecond"]!));
        await control.DeleteAsync(new Uri("rates", UriKind.Relative));
        Assert.Empty(billbee.Account.Rates.All);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shop_accounts_are_bare_or_in_the_envelope(bool bare)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { BareShopAccounts = bare });
        billbee.Account.AddShopAccount("Läden & Co");

        var answer = await billbee.GetAsync("shopaccounts");

        var shops = bare ? answer.Json : answer.Data;
        Assert.Equal((601L, "Läden & Co", "Shopify"), ((long)shops[0]!["Id"]!, (string?)shops[0]!["Name"], (string?)shops[0]!["AccountType"]));
    }

    [Theory]
    [InlineData("orderstates", 16, """{"Id":4,"Name":"Versendet"}""")]
    [InlineData("shipmenttypes", 2, """{"Id":1,"Name":"Retoure"}""")]
    [InlineData("shippingcarriers", 19, """{"Id":2,"Name":"dhl"}""")]
    [InlineData("paymenttypes", 13, """{"Id":3,"Name":"PayPal"}""")]
    public async Task Fixed_lists_are_bare_arrays(string list, int count, string contained)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        var answer = await billbee.GetAsync($"enums/{list}");

        Assert.Equal(count, answer.Json.AsArray().Count);
        Assert.Contains(contained, answer.Json.AsArray().Select(e => e!.ToJsonString()));
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
}
