using System.Net;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoOrderTests
{
    [Fact]
    public async Task Created_order_comes_back_with_what_was_sent_and_what_belongs_to_it()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.PostAsync("sales/orders", pulpo.Order("4711_1"));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var order = answer.Json;
        Assert.Equal("queue", (string?)order["state"]);
        Assert.Equal("vip, gift", (string?)order["criterium"]);
        Assert.Equal("gid://shopify/Order/1", (string?)order["attributes"]!["shopify_order_id"]);
        Assert.Equal("Musterweg", (string?)order["ship_to"]!["address"]!["street"]);
        Assert.Equal("Berlin", (string?)order["warehouse"]!["name"]);
        Assert.Equal("C-1", (string?)order["third_party"]!["identifier_number"]);
        Assert.Equal("MUG", (string?)order["items"]![0]!["product"]!["sku"]);
        Assert.Equal("L1", (string?)order["items"]![0]!["line_order_id"]);
        Assert.Equal((long)order["id"]!, (long)order["items"]![0]!["sales_order_id"]!);
        Assert.Equal(order["items"]![0]!["id"]!.ToString(), order["fulfillment_orders"]![0]!["items"]![0]!["sales_item_id"]!.ToString());
    }

    public static TheoryData<string, string?, string, string> BadOrders => new()
    {
        { "order_num", null, "order_num", "can't be blank" },
        { "order_num", "256", "order_num", "should be at most 255 character(s)" },
        { "warehouse_id", "7", "warehouse_id", "does not exist" },
        { "third_party_id", null, "third_party_id", "can't be blank" },
        { "third_party_id", "7", "third_party_id", "does not exist" },
        { "shipping_method_id", "7", "shipping_method_id", "does not exist" },
        { "delivery_date", "30.11.2026", "delivery_date", "is invalid" },
        { "attributes", "text", "attributes", "is invalid" },
        { "items", "[]", "items", "can't be blank" },
        { "items", """[{"product_id":7,"quantity":1}]""", "product_id", "does not exist" },
        { "items", """[{"product_id":900001,"quantity":0}]""", "quantity", "must be greater than 0" },
        { "items", """[{"product_id":900001,"quantity":1.5}]""", "quantity", "is invalid" },
        { "ship_to", """{"name":"Ada","address":{"city":"Berlin"}}""", "street", "can't be blank" },
    };

    [Theory]
    [MemberData(nameof(BadOrders))]
    public async Task Order_that_does_not_fit_is_refused_naming_the_field(string field, string? value, string refused, string message)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        JsonNode? node = value switch
        {
            null => null,
            "256" => new string('x', 256),
            _ when value[0] is '[' or '{' => JsonNode.Parse(value),
            _ => value,
        };

        var answer = await pulpo.PostAsync("sales/orders", pulpo.Order("1", o => o[field] = node));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(message, (string?)answer.Json["errors"]![refused]![0]);
        Assert.Empty(pulpo.Tenant.Orders);
    }

    [Theory]
    [InlineData(ErrorShape.MapOfLists, """{"errors":{"order_num":["has already been taken"],"quantity":["is invalid"]}}""")]
    [InlineData(ErrorShape.MapOfTexts, """{"errors":{"order_num":"has already been taken","quantity":"is invalid"}}""")]
    [InlineData(ErrorShape.ListOfMaps, """{"errors":[{"quantity":"is invalid"},{"order_num":"has already been taken"}]}""")]
    [InlineData(ErrorShape.Nested, """{"errors":{"items":[{"quantity":["is invalid"]}],"order_num":["has already been taken"]}}""")]
    public async Task Refusal_has_the_shape_of_the_option(ErrorShape shape, string expected)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { ErrorShape = shape });
        pulpo.Tenant.AddForeignOrder("4711");

        var answer = await pulpo.PostAsync("sales/orders", pulpo.Order("4711", o => o["items"]![0]!["quantity"] = "many"));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), answer.Json), answer.Json.ToJsonString());
    }

    [Fact]
    public async Task Bulk_creates_what_it_can_and_names_the_rest_by_number()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var allGood = await pulpo.PostAsync("sales/bulk/orders", new[] { pulpo.Order("1"), pulpo.Order("2") });
        var mixed = await pulpo.PostAsync("sales/bulk/orders", new[] { pulpo.Order("3"), pulpo.Order("2"), pulpo.Order("4", o => o["warehouse_id"] = 7) });

        Assert.Equal(HttpStatusCode.Created, allGood.Status);
        Assert.Equal(["1", "2"], allGood.Each("created", "order_num"));
        Assert.Equal(HttpStatusCode.BadRequest, mixed.Status);
        Assert.Equal(["3"], mixed.Each("created", "order_num"));
        Assert.Equal("has already been taken", (string?)mixed.Json["errors"]!["2"]!["order_num"]![0]);
        Assert.Equal("does not exist", (string?)mixed.Json["errors"]!["4"]!["warehouse_id"]![0]);
        Assert.Equal(["1", "2", "3"], pulpo.Tenant.Orders.Select(o => o.Number));
    }

    [Fact]
    public async Task Bulk_with_the_same_number_twice_creates_it_once()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.PostAsync("sales/bulk/orders", new[] { pulpo.Order("1"), pulpo.Order("1") });

        Assert.Equal(["1"], answer.Each("created", "order_num"));
        Assert.NotNull(answer.Json["errors"]!["1"]);
        Assert.Single(pulpo.Tenant.Orders);
    }

    [Fact]
    public async Task Number_sent_many_times_at_once_is_taken_once()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pulpo.PostAsync("sales/orders", pulpo.Order("1"))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Single(pulpo.Tenant.Orders);
    }

    [Fact]
    public async Task Put_replaces_what_it_names_while_the_order_is_queued()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = await pulpo.CreateAsync("1");
        pulpo.Time.Advance(TimeSpan.FromMinutes(1));
        var items = new[] { new { product_id = pulpo.Tenant.AddProduct("CUP"), quantity = 5, line_order_id = "L2" } };

        var answer = await pulpo.PutAsync($"sales/orders/{id}", new { warehouse_id = pulpo.Tenant.AddWarehouse("Paris"), items });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var order = Assert.Single(pulpo.Tenant.Orders);
        Assert.Equal(("Paris", "vip, gift"), (order.Warehouse, order.Criterium));
        Assert.Equal([new PulpoOrderLine("CUP", 5, 0, "L2")], order.Lines);
        Assert.Equal(TimeSpan.FromMinutes(1), order.UpdatedAt - order.CreatedAt);
        var part = (await pulpo.GetAsync($"sales/orders/{id}/fulfillments")).Json["fulfillment_orders"]![0]!;
        Assert.Equal("L2", (string?)part["items"]![0]!["line_order_id"]);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(403)]
    public async Task Put_is_refused_once_picking_has_begun(int status)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { NotEditableStatus = status });
        var id = await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "picking");

        var single = await pulpo.PutAsync($"sales/orders/{id}", pulpo.Order("1", o => o["notes"] = "late"));
        var bulk = await pulpo.PutAsync("sales/bulk/orders", new[] { pulpo.Order("1", o => o["notes"] = "late") });

        Assert.Equal(status, (int)single.Status);
        Assert.Equal(HttpStatusCode.BadRequest, bulk.Status);
        Assert.NotNull(bulk.Json["errors"]!["1"]!["state"]);
    }

    [Fact]
    public async Task Bulk_update_names_what_it_wrote_and_what_it_did_not_find()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.CreateAsync("1");

        var answer = await pulpo.PutAsync("sales/bulk/orders", new[] { pulpo.Order("1", o => o["notes"] = "ring"), pulpo.Order("2") });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["1"], answer.Each("updated", "order_num"));
        Assert.NotNull(answer.Json["errors"]!["2"]);
    }

    [Fact]
    public async Task Patch_replaces_the_priority()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = await pulpo.CreateAsync("1");

        var good = await pulpo.SendAsync(HttpMethod.Patch, $"sales/orders/{id}", new { op = "replace", path = "/priority", value = 9 });
        var bad = await pulpo.SendAsync(HttpMethod.Patch, $"sales/orders/{id}", new { op = "replace", path = "/order_num", value = "2" });

        Assert.Equal(9, (int)good.Json["priority"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task Missing_id_has_the_status_of_the_option(int status)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { MissingIdStatus = status });

        foreach (var path in new[] { "sales/orders/1", "iam/third_parties/1", "inventory/products/1", "packing/orders/1" })
            Assert.Equal(status, (int)(await pulpo.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Answer_lost_after_the_write_leaves_the_order_there()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Host.Faults.Add(new Fault { Kind = FaultKind.CutAfter, System = "pulpo", Operation = "POST /api/v1/sales/orders" });

        await Assert.ThrowsAsync<HttpRequestException>(() => pulpo.PostAsync("sales/orders", pulpo.Order("1")));

        Assert.Equal(["1"], (await pulpo.GetAsync("sales/orders?order_num=1")).Each("sales_orders", "order_num"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await pulpo.PostAsync("sales/orders", pulpo.Order("1"))).Status);
    }
}
