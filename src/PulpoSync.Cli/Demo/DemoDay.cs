using PulpoSync.Cli.Rendering;
using PulpoSync.Sandbox;

namespace PulpoSync.Cli.Demo;

/// <summary>What happens between the demo's two runs in the warehouse of the plain shop and at its till: goods come, go and come back.</summary>
internal sealed class DemoDay(DemoWorld world)
{
    private const int Deliveries = 30;
    private const int PerProduct = 40;
    private static readonly string[] Carriers = ["dhl", "dpd", "ups"];
    private readonly PulpoTenant _pulpo = world.Pulpo;

    /// <summary>Lets it happen.</summary>
    /// <returns>One line each, for people.</returns>
    public IReadOnlyList<string> Make()
    {
        var arrivals = Receive();
        var waiting = _pulpo.Orders.Where(order => order.Warehouse == DemoWorld.PlainLocation && order.State == "queue").Take(Deliveries).ToList();
        var partly = waiting.Skip(1).First(order => order.Lines.Count > 1);
        for (var i = 0; i < waiting.Count; i++) Ship(waiting[i], Carriers[i % Carriers.Length], boxes: i % 5 == 4 ? 2 : 1, isPart: waiting[i] == partly);
        Return(waiting[0]);
        SellAtTill();
        return
        [
            $"Goods of {Words.Count(arrivals, "new product")} come in",
            $"The warehouse picks, packs and ships {Words.Count(waiting.Count, "order")} of the plain shop, one of them only in part",
            $"A customer sends a piece of order {waiting[0].Number} back",
            "The plain shop sells two pieces at its till",
        ];
    }

    private int Receive()
    {
        var stocked = _pulpo.Stock.Where(stock => stock.Warehouse == DemoWorld.PlainLocation && stock.Storage > 0).Select(stock => stock.Sku).ToHashSet();
        var fresh = _pulpo.Products.Select(product => product.Sku).Where(sku => !stocked.Contains(sku)).ToList();
        foreach (var sku in fresh) _pulpo.Receive(sku, DemoWorld.PlainLocation, PerProduct);
        return fresh.Count;
    }

    private void Ship(PulpoOrder order, string carrier, int boxes, bool isPart)
    {
        _pulpo.Advance(order.Number, "packing");
        if (isPart) _pulpo.Pack(order.Number, new PackOptions { Carrier = carrier, Lines = [new PackLine(order.Lines[0].LineOrderId!, order.Lines[0].Quantity)] });
        else _pulpo.Advance(order.Number, "ended", new PackOptions { Carrier = carrier, Boxes = boxes });
    }

    private void Return(PulpoOrder order) =>
        _pulpo.ReceiveReturn(order.Number, [new ReturnedPieces(order.Lines[0].LineOrderId!, 1) { Reasons = ["Too small"] }]);

    private void SellAtTill() => world.Plain.SellAtCounter(DemoWorld.PlainLocation, (ShopSeed.SkuOf(1), 1), (ShopSeed.SkuOf(2), 1));
}
