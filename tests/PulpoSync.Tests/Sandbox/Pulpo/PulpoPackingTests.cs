using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoPackingTests
{
    [Fact]
    public async Task Packed_order_has_boxes_with_line_ids_and_tracking()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = await pulpo.CreateAsync("4711_1", AddCup);
        pulpo.Tenant.Advance("4711_1", "shipping", new PackOptions { Boxes = 2 });

        var packings = await pulpo.GetAsync($"packing/orders?sales_order_id={id}&state=closed");
        var packing = Assert.Single(packings.Json["packing_orders"]!.AsArray())!;
        Assert.Equal("4711_1", (string?)packing["sales_order"]!["order_num"]);
        Assert.Equal("MUG", (string?)packing["items"]![0]!["product"]!["sku"]);

        var boxes = await pulpo.GetAsync($"packing/orders/{packing["id"]}/boxes");
        Assert.Equal(["L1", "L2"], boxes.Json["packing_boxes"]!.AsArray().SelectMany(b => b!["items"]!.AsArray()).Select(i => (string?)i!["line_order_id"]));

        var codes = new HashSet<string?>();
        foreach (var box in boxes.Each("packing_boxes", "id"))
        {
            var trackings = await pulpo.GetAsync($"packing/orders/{packing["id"]}/boxes/{box}/shipment_tracking");
            codes.Add(Assert.Single(trackings.Each("shipment_trackings", "tracking_code")));
        }
        Assert.Equal(2, codes.Count);
        Assert.All(pulpo.Tenant.Orders.Single().Lines, line => Assert.Equal(line.Quantity, line.Fulfilled));
    }

    [Fact]
    public async Task Failed_label_leaves_a_tracking_with_its_error_alone()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "shipping", new PackOptions { LabelError = "postal code unknown" });

        var packing = (await pulpo.GetAsync("packing/orders")).Each("packing_orders", "id").Single();
        var box = (await pulpo.GetAsync($"packing/orders/{packing}/boxes")).Each("packing_boxes", "id").Single();
        var tracking = (await pulpo.GetAsync($"packing/orders/{packing}/boxes/{box}/shipment_tracking")).Json["shipment_trackings"]![0]!;

        Assert.Null(tracking["tracking_code"]);
        Assert.Equal("postal code unknown", (string?)tracking["error_message"]);
    }

    [Fact]
    public async Task Boxes_come_ten_at_a_time_unless_more_are_asked_for()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.CreateAsync("1", o =>
        {
            for (var line = 2; line <= 12; line++) AddCup(o);
        });
        pulpo.Tenant.Advance("1", "shipping", new PackOptions { Boxes = 12 });
        var packing = (await pulpo.GetAsync("packing/orders")).Each("packing_orders", "id").Single();

        Assert.Equal(10, (await pulpo.GetAsync($"packing/orders/{packing}/boxes")).Each("packing_boxes", "id").Count());
        Assert.Equal(12, (await pulpo.GetAsync($"packing/orders/{packing}/boxes?limit=50")).Each("packing_boxes", "id").Count());
    }

    private static void AddCup(JsonObject order) =>
        order["items"]!.AsArray().Add(new JsonObject { ["product_id"] = (long)order["items"]![0]!["product_id"]! + 1, ["quantity"] = 1, ["line_order_id"] = "L2" });
}
