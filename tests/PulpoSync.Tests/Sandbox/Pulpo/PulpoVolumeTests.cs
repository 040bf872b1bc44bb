using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoVolumeTests
{
    // Seconds; what grows with the square of the orders takes so long that somebody notices.
    [Fact]
    public async Task Twenty_thousand_orders_go_through_the_warehouse()
    {
        const int orders = 20_000;
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.SetStock("MUG", "Berlin", 3 * orders);
        for (var page = 0; page < orders; page += 500)
            await pulpo.PostAsync("sales/bulk/orders", new JsonArray([.. Enumerable.Range(page, 500).Select(n => pulpo.Order($"N{n}"))]));

        foreach (var order in pulpo.Tenant.Orders) pulpo.Tenant.Advance(order.Number, "ended");

        pulpo.Time.Advance(TimeSpan.FromMinutes(1));
        pulpo.Tenant.Correct("MUG", "Berlin", -1);
        Assert.Equal(orders - 1, pulpo.Tenant.Stock.Single(s => s.Sku == "MUG").OnHand);
        Assert.Equal(orders, pulpo.Tenant.Packings.Count(p => p.Shipped));
        Assert.Equal(["stock_mod"], (await pulpo.GetAsync("inventory/stocks/historical?inserted_at=gte:2026-11-22T10:01:00")).Each("stock_records", "type"));
        Assert.Equal(orders, (int)(await pulpo.GetAsync("packing/orders?state=closed&sort_by=updated_at:asc&offset=19900")).Json["total_results"]!);
    }
}
