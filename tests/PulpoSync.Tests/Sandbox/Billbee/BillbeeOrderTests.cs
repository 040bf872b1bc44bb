using System.Net;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Sandbox.Billbee;

public class BillbeeOrderTests
{
    [Fact]
    public async Task Order_has_its_text_as_it_is_and_explicit_nulls()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var id = billbee.AddOrders(1)[0];

        var answer = await billbee.GetAsync($"orders/{id}");

        Assert.Equal("Weiß 🐙", (string?)answer.Data["ShippingAddress"]!["LastName"]);
        Assert.Equal("Görlitz", (string?)answer.Data["ShippingAddress"]!["City"]);
        Assert.True(answer.Data.AsObject().TryGetPropertyValue("PayedAt", out var payed) && payed is null);
        Assert.Contains("\"Quantity\":2.0,", answer.Text, StringComparison.Ordinal);
        Assert.True((long)answer.Data["OrderItems"]![0]!["BillbeeId"]! > 0);
        Assert.Equal("MUG", (string?)answer.Data["OrderItems"]![0]!["Product"]!["SkuOrId"]);
    }

    [Theory]
    [InlineData("N-1", HttpStatusCode.OK)]
    [InlineData("n-1", HttpStatusCode.NotFound)]
    [InlineData("N-9", HttpStatusCode.NotFound)]
    public async Task Order_is_found_by_the_number_of_its_shop(string number, HttpStatusCode status)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.AddOrders(2);

        var answer = await billbee.GetAsync($"orders/findbyextref/{number}");

        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.OK) Assert.Equal(number, (string?)answer.Data["OrderNumber"]);
    }

    [Theory]
    [InlineData(2, "ConfirmedAt")]
    [InlineData(3, "PayedAt")]
    [InlineData(4, "ShippedAt")]
    [InlineData(9, "ArchivedAt")]
    public async Task State_brings_its_time_along_and_the_order_counts_as_modified(int state, string field)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var id = billbee.AddOrders(1, (_, o) => o with { State = 1 })[0];
        billbee.Time.Advance(TimeSpan.FromHours(1));

        var answer = await billbee.PutAsync($"orders/{id}/orderstate", new { NewStateId = state });

        Assert.Equal((HttpStatusCode.OK, 0), (answer.Status, answer.ErrorCode));
        var order = (await billbee.GetAsync($"orders/{id}")).Data;
        Assert.Equal(state, (int)order["State"]!);
        Assert.Equal(("2026-11-22T11:01:00", "2026-11-22T11:01:00"), ((string?)order[field], (string?)order["LastModifiedAt"]));
        Assert.Equal("2026-11-22T10:01:00", (string?)order["CreatedAt"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(null)]
    public async Task State_that_does_not_exist_is_refused(int? state)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var id = billbee.AddOrders(1)[0];

        var answer = await billbee.PutAsync($"orders/{id}/orderstate", new { NewStateId = state });

        Assert.Equal((HttpStatusCode.BadRequest, 11), (answer.Status, answer.ErrorCode));
        Assert.Equal(3, billbee.Account.Order(id).State);
    }

    [Fact]
    public async Task Tags_are_added_without_regard_to_case_or_replaced()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var id = billbee.AddOrders(1, (_, o) => o with { Tags = ["Gift"] })[0];

        await billbee.PostAsync($"orders/{id}/tags", new { Tags = new[] { "GIFT", "wms" } });
        Assert.Equal(["Gift", "wms"], billbee.Account.Order(id).Tags);

        await billbee.PutAsync($"orders/{id}/tags", new { Tags = new[] { "only" } });
        Assert.Equal(["only"], billbee.Account.Order(id).Tags);
    }

    [Fact]
    public async Task Shipment_is_put_to_the_order_and_does_not_change_its_state()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var provider = billbee.Account.AddShippingProvider("DHL", 2, "Paket");
        var id = billbee.AddOrders(1)[0];
        billbee.Time.Advance(TimeSpan.FromHours(1));

        var answer = await billbee.PostAsync($"orders/{id}/shipment", new
        {
            ShippingId = "00340", ShippingProviderId = provider.Id, ShippingProviderProductId = provider.Products[0].Id, Comment = "x",
        });
        await billbee.PostAsync($"orders/{id}/shipment", new { ShippingId = "R1", CarrierId = 6, ShipmentType = 1 });

        Assert.Equal(0, answer.ErrorCode);
        var order = (await billbee.GetAsync($"orders/{id}")).Data;
        Assert.Equal(3, (int)order["State"]!);
        var shipments = order["ShippingIds"]!.AsArray();
        Assert.Equal(("00340", 2, "DHL", 0), ShipmentOf(shipments[0]!));
        Assert.Equal(("R1", 6, null, 1), ShipmentOf(shipments[1]!));
        Assert.Equal("2026-11-22T11:01:00", (string?)shipments[0]!["Created"]);
        Assert.Equal("2026-11-22T11:01:00", (string?)order["LastModifiedAt"]);
    }

    [Theory]
    [InlineData("PUT", "orderstate")]
    [InlineData("POST", "shipment")]
    [InlineData("POST", "tags")]
    [InlineData("PUT", "tags")]
    public async Task Order_that_does_not_exist_cannot_be_changed(string method, string what)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        var answer = await billbee.SendAsync(new HttpMethod(method), $"orders/1/{what}", new { });

        Assert.Equal((HttpStatusCode.NotFound, 2), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Change_by_hand_moves_the_time_of_modification_and_nothing_else()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var id = billbee.AddOrders(1, (_, o) => o with { OrderItems = [.. o.OrderItems, new BillbeeOrderItem { Quantity = 1 }] })[0];
        var before = billbee.Account.Order(id);
        billbee.Time.Advance(TimeSpan.FromHours(1));

        billbee.Account.SetQuantity(id, 0, 5);
        billbee.Account.SetQuantity(id, 1, 0);

        var after = billbee.Account.Order(id);
        Assert.Equal([5m], after.OrderItems.Select(i => i.Quantity ?? 0));
        Assert.Equal(before.LastModifiedAt + TimeSpan.FromHours(1), after.LastModifiedAt);
        Assert.Equal(before with { OrderItems = after.OrderItems, LastModifiedAt = after.LastModifiedAt, UpdatedAt = after.UpdatedAt }, after);
        Assert.Throws<InvalidOperationException>(() => billbee.Account.SetQuantity(id, 1, 1));
        Assert.Throws<InvalidOperationException>(() => billbee.Account.Cancel(1));
        Assert.Equal(8, billbee.Account.Cancel(id).State);
        Assert.Equal(6, billbee.Account.Delete(id).State);
        Assert.True(billbee.Account.RemoveOrder(id));
        Assert.Equal(HttpStatusCode.NotFound, (await billbee.GetAsync($"orders/{id}")).Status);
    }

    private static (string?, int?, string?, int?) ShipmentOf(JsonNode s) =>
        ((string?)s["ShippingId"], (int?)s["ShippingCarrier"], (string?)s["Shipper"], (int?)s["ShipmentType"]);
}
