using PulpoSync.Cli.Demo;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Cli;

/// <summary>The demo's comparison finds what is wrong: nobody runs anything here, so the warehouse goes on and the shop is told nothing.</summary>
[Collection("Cli")]
public sealed class CircleAuditTests
{
    [Fact]
    public async Task Audit_names_what_only_one_side_has()
    {
        await using var world = await DemoWorld.StartAsync(new SandboxOptions(), 1, CancellationToken.None);
        var order = world.Plain.Orders[0];
        world.Plain.Fulfill(order.FulfillmentOrders[0], tracking: new TrackingInfo("DHL", "0815", null));
        world.Plain.CreateReturn(order, [new ReturnLineDraft(order.Fulfillments[0].Lines[0], 1)]);
        var sale = world.Plain.SellAtCounter(DemoWorld.PlainLocation, (ShopSeed.SkuOf(1), 2));

        var audit = CircleAudit.Of(world);

        Assert.Equal((0, 0, 0, 1), (audit.ShippedLines, audit.Parcels, audit.Returns, audit.CounterSales));
        foreach (var expected in (string[])
            [
                $"shipped pieces of line gid://shopify/LineItem/{order.Lines[0].Id}: 0 in PULPO, {order.Lines[0].Quantity} in the shop",
                "parcels with tracking number 0815: 0 in PULPO, 1 in the shop",
                $"returned pieces of line gid://shopify/LineItem/{order.Lines[0].Id}: 0 in PULPO, 1 in the shop",
                $"bookings of counter sale {sale.Name}: 0 in PULPO, 1 in the shop",
                $"pieces of {ShopSeed.SkuOf(1)} to sell: 200 in PULPO, {world.Plain.Levels.Single(level => level.Sku == ShopSeed.SkuOf(1)).Available} in the shop",
            ])
        {
            Assert.Contains(expected, audit.Differences);
        }
    }
}
