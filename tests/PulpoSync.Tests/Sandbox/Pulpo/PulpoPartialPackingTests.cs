using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoPartialPackingTests
{
    [Fact]
    public async Task Goods_left_open_wait_in_a_packing_order_of_their_own()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = await pulpo.CreateAsync("1", WithCups);
        pulpo.Tenant.Advance("1", "packing");

        pulpo.Tenant.Pack("1", new PackOptions { Lines = [new("L1", 1), new("CUP", 3)] });

        Assert.Equal("packing", pulpo.StateOf("1"));
        Assert.Equal([(1L, "closed"), (1L, "queue")], pulpo.Tenant.Packings.Select(p => (p.Lines.Single(l => l.Sku == "MUG").Requested, p.State)));
        Assert.Equal([1L, 3], pulpo.Tenant.Orders.Single().Lines.Select(l => l.Fulfilled));

        pulpo.Tenant.Pack("1");
        Assert.Equal("shipping", pulpo.StateOf("1"));
        Assert.Equal([2L, 3], pulpo.Tenant.Orders.Single().Lines.Select(l => l.Fulfilled));
        Assert.Equal(["closed", "closed"], (await pulpo.GetAsync($"packing/orders?sales_order_id={id}")).Each("packing_orders", "state"));
    }

    [Fact]
    public async Task Missing_goods_are_packed_by_nobody_and_the_order_ends_short()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.CreateAsync("1", WithCups);
        pulpo.Tenant.Advance("1", "packing");

        pulpo.Tenant.Pack("1", new PackOptions { Lines = [new("L1", 1)], Rest = PackRest.Missing });
        pulpo.Tenant.Ship("1");

        var packing = Assert.Single(pulpo.Tenant.Packings);
        Assert.Equal([(2L, 1L), (3L, 0L)], packing.Lines.Select(l => (l.Requested, l.Packed)));
        Assert.Equal("ended", pulpo.StateOf("1"));
        Assert.Equal([1L, 0], pulpo.Tenant.Orders.Single().Lines.Select(l => l.Fulfilled));
    }

    [Fact]
    public async Task Parcels_hold_what_the_packer_says_with_a_tracking_each_or_none()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.CreateAsync("1", WithCups);
        pulpo.Tenant.Advance("1", "packing");

        var packing = pulpo.Tenant.Pack("1", new PackOptions
        {
            Parcels =
            [
                new([new("L1", 1), new("L2", 2)]) { Label = new PackLabel { Carrier = "ups", Code = "1Z 1", Url = new("https://ups.example/1Z1") } },
                new([new("L1", 1)]) { Label = new PackLabel { Error = "no such street" } },
                new([new("L2", 1)]) { Label = null },
            ],
        });

        var boxes = (await pulpo.GetAsync($"packing/orders/{packing.Id}/boxes?sort_by=box_number")).Json["packing_boxes"]!.AsArray();
        Assert.Equal(["L1 1, L2 2", "L1 1", "L2 1"], boxes.Select(b => string.Join(", ", b!["items"]!.AsArray().Select(i => $"{i!["line_order_id"]} {i["quantity"]}"))));
        var trackings = packing.Boxes.Select(b => b.Trackings.SingleOrDefault());
        Assert.Equal([("ups", "1Z 1", "https://ups.example/1Z1", null), (null, null, null, "no such street"), default],
            trackings.Select(t => (t?.Carrier, t?.Code, t?.Url, t?.Error)));
    }

    [Fact]
    public async Task Order_ends_when_its_last_box_is_gone()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "packing");
        pulpo.Tenant.Pack("1", new PackOptions { Lines = [new("MUG", 1)] });

        pulpo.Tenant.Ship("1");
        Assert.Equal("packing", pulpo.StateOf("1"));
        pulpo.Tenant.Pack("1", new PackOptions { Close = false });
        Assert.Equal("packing", pulpo.StateOf("1"));
        pulpo.Tenant.Close("1");
        Assert.Equal("shipping", pulpo.StateOf("1"));
        Assert.Equal([true, false], pulpo.Tenant.Packings.Select(p => p.Shipped));
        pulpo.Tenant.Ship("1");

        Assert.Equal("ended", pulpo.StateOf("1"));
        Assert.Equal(["ended", "ended"], (await pulpo.GetAsync("shipping/orders")).Each("shipping_orders", "state"));
    }

    [Theory]
    [InlineData("L1", 3)]
    [InlineData("HAT", 1)]
    [InlineData("L1", 0)]
    public async Task What_is_not_there_to_pack_is_refused_and_nothing_is_packed(string line, long quantity)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "packing");

        Assert.Throws<InvalidOperationException>(() => pulpo.Tenant.Pack("1", new PackOptions { Lines = [new(line, quantity)] }));
        Assert.Throws<InvalidOperationException>(() => pulpo.Tenant.Advance("1", "ended", new PackOptions { Lines = [new("L1", 1)] }));

        Assert.Equal("queue", Assert.Single(pulpo.Tenant.Packings).State);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 9)]
    public async Task Late_tracking_moves_the_packing_order_only_if_the_tenant_says_so(bool touches, int minute)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { TrackingTouchesPackingOrder = touches });
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "packing");
        pulpo.Time.Advance(TimeSpan.FromMinutes(1));
        pulpo.Tenant.TakePacking("1");
        Assert.Equal(1, pulpo.Tenant.Packings.Single().UpdatedAt.Minute);
        pulpo.Time.Advance(TimeSpan.FromMinutes(1));
        var box = pulpo.Tenant.Pack("1", new PackOptions { Carrier = null }).Boxes.Single();
        pulpo.Time.Advance(TimeSpan.FromMinutes(7));

        pulpo.Tenant.Track(box.Id, new PackLabel { Error = "refused" });
        pulpo.Tenant.Track(box.Id, new PackLabel { Code = "A1" });

        var packing = pulpo.Tenant.Packings.Single();
        Assert.Equal(minute, packing.UpdatedAt.Minute);
        Assert.Equal(("A1", null), packing.Boxes.Single().Trackings.Select(t => (t.Code, t.Error)).Single());
        Assert.Equal(["1"], (await pulpo.GetAsync("packing/orders/boxes/search?tracking_code=A1")).Each("packing_boxes", "box_number"));
        Assert.Empty((await pulpo.GetAsync("packing/orders/boxes/search?has_shipment_tracking_error_message=true")).Each("packing_boxes", "id"));
    }

    [Theory]
    [InlineData("updated_at=gte:2026-11-22T10:01:00", "2")]
    [InlineData("state=closed", "2")]
    [InlineData("state=to_list:closed,queue&sort_by=updated_at:desc", "2,1")]
    [InlineData("id[]={0}&id[]={1}&limit=1&offset=1", "2")]
    [InlineData("origin_location_code=PACKING-42", "")]
    [InlineData("end_date=2026-11-22", "2")]
    public async Task Packing_orders_are_filtered_and_paged(string query, string orders)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        foreach (var number in new[] { "1", "2" })
        {
            await pulpo.CreateAsync(number);
            pulpo.Tenant.Advance(number, "packing");
        }
        pulpo.Time.Advance(TimeSpan.FromMinutes(1));
        pulpo.Tenant.Pack("2");
        var ids = pulpo.Tenant.Packings.Select(p => (object)p.Id).ToArray();

        var found = await pulpo.GetAsync($"packing/orders?{string.Format(null, query, ids)}");

        Assert.Equal(orders, string.Join(',', found.Each("packing_orders", "sales_order_ref")));
    }

    private static void WithCups(JsonObject order) =>
        order["items"]!.AsArray().Add(new JsonObject { ["product_id"] = (long)order["items"]![0]!["product_id"]! + 1, ["quantity"] = 3, ["line_order_id"] = "L2" });
}
