using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoBatchTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lots_that_are_packed_stand_on_items_and_boxes(bool embedded)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { EmbedBatches = embedded });
        await OrderAsync(pulpo, "lot", 5);

        var packing = pulpo.Tenant.Pack("1", new PackOptions
        {
            Lines = [new("L1", 5) { Batches = [new("LOT-A", 2, new DateOnly(2027, 1, 31)), new("LOT-B", 3)] }],
        });

        var row = (await pulpo.GetAsync($"packing/orders/{packing.Id}")).Json["items"]![0]!["batches"]!.AsArray();
        var box = (await pulpo.GetAsync($"packing/orders/{packing.Id}/boxes")).Json["packing_boxes"]![0]!["items"]![0]!["batches"]!.AsArray();
        Assert.Equal(["2", "3"], row.Select(b => b!["quantity"]!.ToString()));
        Assert.Equal(row.Select(b => (long)b!["batch_id"]!), box.Select(b => (long)b!["batch_id"]!));
        Assert.Equal(embedded ? "LOT-A" : null, (string?)box[0]!["batch"]?["number"]);
        var batch = (await pulpo.GetAsync($"inventory/products/batches/{box[0]!["batch_id"]}")).Json;
        Assert.Equal(("LOT-A", "lot", "2027-01-31"), ((string?)batch["number"], (string?)batch["type"], (string?)batch["expiration_date"]));
        Assert.Equal(["LOT-B"], (await pulpo.GetAsync("inventory/products/batches?number=LOT-B")).Each("batches", "number"));
    }

    [Fact]
    public async Task Serial_numbers_are_given_a_piece_each_and_split_with_the_goods()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await OrderAsync(pulpo, "serial", 3);

        var first = pulpo.Tenant.Pack("1", new PackOptions { Lines = [new("L1", 1)] });
        var second = pulpo.Tenant.Pack("1", new PackOptions { Boxes = 1 });

        var numbers = new[] { first, second }.Select(p => p.Boxes.Single().Lines.Single().Batches.Select(b => b.Number).ToList()).ToList();
        Assert.Equal([1, 2], numbers.Select(n => n.Count));
        Assert.Equal(3, numbers.SelectMany(n => n).Distinct().Count());
    }

    [Theory]
    [InlineData("none", 1, 1)]
    [InlineData("lot", 1, 2)]
    [InlineData("serial", 2, 2)]
    public async Task Batches_that_do_not_fit_the_goods_are_refused(string type, long first, long quantity)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await OrderAsync(pulpo, type, 3);
        PackLine line = new("L1", quantity) { Batches = [new("A", first)] };

        Assert.Throws<InvalidOperationException>(() => pulpo.Tenant.Pack("1", new PackOptions { Lines = [line] }));

        Assert.Equal("queue", pulpo.Tenant.Packings.Single().State);
    }

    private static async Task OrderAsync(PulpoClient pulpo, string type, int quantity)
    {
        var product = await pulpo.PostAsync("inventory/products", new { sku = "DRUG", name = "Drug", management_type = type });
        JsonObject item = new() { ["product_id"] = (long)product.Json["id"]!, ["quantity"] = quantity, ["line_order_id"] = "L1" };
        await pulpo.CreateAsync("1", o => o["items"] = new JsonArray(item));
        pulpo.Tenant.Advance("1", "packing");
    }
}
