using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Worlds.Billbee;

/// <summary>What the people in the warehouse do, by seed.</summary>
/// <param name="merchant">World.</param>
/// <param name="random">Chance.</param>
/// <param name="pause">Time between two deeds; none by default.</param>
internal sealed class Floor(Merchant merchant, Random random, TimeSpan pause = default)
{
    private const int Full = 200;
    private const int Low = 100;
    private readonly PulpoTenant _tenant = merchant.Tenant;

    /// <summary>Goods come in where little is left; some are counted and corrected.</summary>
    public void Stock()
    {
        foreach (var product in _tenant.Products.Where(product => product.Sku.StartsWith("SKU-", StringComparison.Ordinal)))
        {
            var stock = _tenant.StockOf(product.Sku, Merchant.Warehouse);
            if (stock.Available < Low) _tenant.Receive(product.Sku, Merchant.Warehouse, Full);
            else if (random.Next(40) == 0) _tenant.Correct(product.Sku, Merchant.Warehouse, -random.Next(1, 4));
        }
    }

    /// <summary>Picks, packs and ships a share of what waits, wholly or in parts, in one box or several.</summary>
    public void Work(double share)
    {
        foreach (var order in _tenant.Orders.Where(order => order.State is not ("cancelled" or "ended")).ToList())
        {
            if (order.ShippingMethod is null) _tenant.ChooseShippingMethod(order.Number, random.Next(5) < 3 ? Merchant.Parcel : Merchant.Courier);
            if (random.NextDouble() >= share) continue;
            merchant.Clock.Pass(pause);
            Handle(order, share >= 1);
        }
    }

    private void Handle(PulpoOrder order, bool isLast)
    {
        if (order.State is "queue" && !isLast && random.Next(6) == 0) _tenant.TakePicking(order.Number);
        else if (isLast || random.Next(4) > 0) Pack(order, isLast);
    }

    private void Pack(PulpoOrder order, bool isLast)
    {
        if (order.State is "queue" or "picking") _tenant.Advance(order.Number, "packing");
        var now = _tenant.Orders.First(one => one.Id == order.Id);
        if (now.State == "packing")
        {
            var open = now.Lines.Where(line => line.Quantity > line.Fulfilled).ToList();
            var isPart = !isLast && open.Count > 1 && random.Next(5) == 0;
            _tenant.Pack(order.Number, isPart
                ? new PackOptions { Lines = [new PackLine(open[0].LineOrderId!, open[0].Quantity - open[0].Fulfilled)] }
                : new PackOptions { Boxes = random.Next(1, 3) });
            now = _tenant.Orders.First(one => one.Id == order.Id);
        }

        if (now.State == "shipping" && (isLast || random.Next(3) > 0)) _tenant.Ship(order.Number);
    }
}
