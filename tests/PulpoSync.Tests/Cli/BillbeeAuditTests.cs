using PulpoSync.Cli.Demo;
using PulpoSync.Engine;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Cli;

/// <summary>The demo's comparison with Billbee finds what is wrong: here only orders are carried, and nobody tells Billbee what became of them.</summary>
[Collection("Cli")]
public sealed class BillbeeAuditTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pulposync-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Audit_names_what_only_one_side_has()
    {
        await using var world = await DemoWorld.StartAsync(new SandboxOptions(), 120, CancellationToken.None);
        var orders = DemoBillbee.ShippableOrders(world.Billbee);
        var (packed, missing) = (DemoBillbee.NumberOf(orders[0]), DemoBillbee.NumberOf(orders[^1]));
        var before = BillbeeAudit.Of(world).Differences;
        await CarryOrdersAsync(world);
        new DemoPackingDay(world).Make();
        world.Billbee.AddShipment(orders[0].BillBeeOrderId!.Value, new BillbeeShipment { ShippingId = "0815" });
        world.Billbee.SetState(orders[^1].BillBeeOrderId!.Value, DemoBillbee.PackedState);

        var audit = BillbeeAudit.Of(world);

        Assert.Contains($"orders of number {missing}: 0 by PULPO, 1 in Billbee", before);
        Assert.DoesNotContain(audit.Differences, difference => difference.StartsWith("orders of", StringComparison.Ordinal));
        Assert.Contains($"labels of box 1 of order {packed}: 0 by PULPO, 1 in Billbee", audit.Differences);
        Assert.Contains($"files of the label of box 1 of order {packed}: 0 by PULPO, 1 in Billbee", audit.Differences);
        Assert.Contains($"parcels 0815 of order {packed}: 0 by PULPO, 1 in Billbee", audit.Differences);
        Assert.Contains($"state of order {packed}: 4 by PULPO, 3 in Billbee", audit.Differences);
        Assert.Contains($"state of order {missing}: 3 by PULPO, 4 in Billbee", audit.Differences);
        Assert.Contains(audit.Differences, difference => difference.StartsWith($"pieces of {BillbeeSeed.SkuOf(101)} to sell: ", StringComparison.Ordinal));
    }

    private async Task CarryOrdersAsync(DemoWorld world)
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = Path.Combine(_folder.FullName, "store.db") });
        runtime.InitializeStore();
        await DemoSetup.RunAsync(runtime, world, world.Host.Time.GetUtcNow().AddDays(-8), CancellationToken.None);
        await foreach (var one in runtime.StartAsync(new StartRequest { Names = ["Billbee products", DemoSetup.BillbeeOrders] }, CancellationToken.None)) Assert.NotNull(one);
    }
}
