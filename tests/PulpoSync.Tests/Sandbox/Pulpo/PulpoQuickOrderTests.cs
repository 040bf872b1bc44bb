using System.Net;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoQuickOrderTests
{
    [Theory]
    [InlineData("POS_external")]
    [InlineData("sales_order")]
    public async Task Counter_sale_is_an_ended_order_that_takes_from_the_shop_first(string type)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.SetStock("MUG", "Berlin", 1, PulpoPlace.Shop);
        pulpo.Tenant.SetStock("MUG", "Berlin", 5);

        var answer = await pulpo.PostAsync("sales/orders/quick", pulpo.Order("P1", o => o["type"] = type));

        Assert.Equal((HttpStatusCode.OK, "ended"), (answer.Status, (string?)answer.Json["state"]));
        Assert.Equal(2, (int)answer.Json["items"]![0]!["fulfilled_quantity"]!);
        var stock = pulpo.Tenant.StockOf("MUG", "Berlin");
        Assert.Equal((0L, 4L, 4L), (stock.Shop, stock.Storage, stock.OnHand));
        var packing = Assert.Single(pulpo.Tenant.Packings);
        Assert.Equal(("closed", true), (packing.State, packing.Shipped));
        Assert.Empty(packing.Boxes.Single().Trackings);
    }

    [Fact]
    public async Task Nothing_is_booked_when_anything_is_short()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.SetStock("MUG", "Berlin", 9);
        pulpo.Tenant.SetStock("CUP", "Berlin", 1, PulpoPlace.Shop);

        var answer = await pulpo.PostAsync("sales/orders/quick", pulpo.Order("P1", o =>
            o["items"]!.AsArray().Add(new JsonObject { ["product_id"] = pulpo.Tenant.AddProduct("CUP"), ["quantity"] = 2 })));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("of CUP is not enough", (string?)answer.Json["errors"]!["stock"]![0]);
        Assert.Empty(pulpo.Tenant.Orders);
        Assert.Equal(9, pulpo.Tenant.StockOf("MUG", "Berlin").OnHand);
    }

    [Fact]
    public async Task Bulk_goes_on_after_a_refusal()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.SetStock("MUG", "Berlin", 4);
        JsonArray orders =
        [
            pulpo.Order("P1"), pulpo.Order("P1"), pulpo.Order("P2", o => o["type"] = "return"), pulpo.Order("P3", o => o.Remove("third_party_id")),
            pulpo.Order("P4"), pulpo.Order("P5"),
        ];

        var answer = await pulpo.PostAsync("sales/bulk/orders/quick", orders);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["P1", "P4"], answer.Each("created", "order_num"));
        Assert.Equal(["P1 order_num", "P2 type", "P3 third_party_id", "P5 stock"],
            answer.Json["errors"]!.AsObject().Select(e => $"{e.Key} {e.Value!.AsObject().First().Key}"));
        Assert.Equal(0, pulpo.Tenant.StockOf("MUG", "Berlin").OnHand);
    }
}
