using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Worlds.Shopify;

/// <summary>What the people in the warehouses do, by seed.</summary>
/// <param name="circle">World.</param>
/// <param name="random">Chance.</param>
/// <param name="pause">Time between two deeds; none by default.</param>
internal sealed class FloorLife(Circle circle, Random random, TimeSpan pause = default)
{
    private const int Full = 120;
    private const int Low = 60;
    private static readonly string[] Carriers = ["dhl", "dpd", "ups", "gls"];

    private readonly PulpoTenant _tenant = circle.Tenant;
    private readonly HashSet<string> _returned = [];

    /// <summary>Goods come in where little is left; some are counted and corrected, never below what is promised.</summary>
    public void Stock()
    {
        foreach (var place in Circle.Places)
        {
            foreach (var product in _tenant.Products.Where(product => product.Sku.StartsWith("SKU-", StringComparison.Ordinal)))
            {
                var stock = _tenant.StockOf(product.Sku, place);
                if (stock.Available < Low) _tenant.Receive(product.Sku, place, Full);
                else if (random.Next(40) == 0) _tenant.Correct(product.Sku, place, -random.Next(1, 4));
                else if (random.Next(40) == 0) _tenant.Count(product.Sku, place, stock.Storage + random.Next(-2, 3));
            }
        }
    }

    /// <summary>Picks, packs and ships a share of what waits, wholly or in parts, in one box or several, with labels at once or later.</summary>
    public void Work(double share)
    {
        Label(share);
        foreach (var order in _tenant.Orders.Where(order => order.State is not ("cancelled" or "ended")).ToList())
        {
            if (random.NextDouble() >= share) continue;
            circle.Clock.Pass(pause);
            Handle(order, share >= 1);
        }
    }

    /// <summary>Labels a part of the boxes that have none yet, and those that have waited for long.</summary>
    public void Label(double share)
    {
        // No label comes much later than after a day and a half: for three days, shipments without one are looked at again.
        var latest = circle.Clock.GetUtcNow().UtcDateTime.AddHours(-36);
        foreach (var (packing, box) in _tenant.Packings.Where(packing => packing.State != "cancelled").SelectMany(packing => packing.Boxes, (packing, box) => (packing, box)).Where(one => one.box.Trackings.Count == 0).ToList())
        {
            if (random.NextDouble() < share || share >= 1 || packing.CreatedAt < latest) _tenant.Track(box.Id, new PackLabel { Carrier = Carriers[random.Next(Carriers.Length)] });
        }
    }

    /// <summary>Customers send goods back; some of it is put back into storage later.</summary>
    public void TakeBack(int returns)
    {
        var candidates = _tenant.Orders.Where(order => order.State == "ended" && !order.Number.StartsWith("T-", StringComparison.Ordinal) && !_returned.Contains(order.Number)).ToList();
        for (var i = 0; i < returns && candidates.Count > 0; i++)
        {
            circle.Clock.Pass(pause);
            var order = candidates[random.Next(candidates.Count)];
            candidates.Remove(order);
            _returned.Add(order.Number);
            var line = order.Lines[random.Next(order.Lines.Count)];
            _tenant.ReceiveReturn(order.Number, [new ReturnedPieces(line.LineOrderId!, random.Next(1, (int)line.Fulfilled + 1))]);
        }

        foreach (var stock in _tenant.Stock.Where(stock => stock.Returned > 0).ToList())
        {
            if (random.Next(2) == 0) _tenant.MoveReturnToStorage(stock.Sku, stock.Warehouse, stock.Returned);
        }
    }

    private void Handle(PulpoOrder order, bool isLast)
    {
        if (order.State == "paused") _tenant.Resume(order.Number);
        else if (order.State == "queue" && !isLast && random.Next(30) == 0) _tenant.Pause(order.Number);
        else if (order.State is "queue" or "picking" && !isLast && random.Next(6) == 0) _tenant.TakePicking(order.Number);
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
            var label = random.Next(8) == 0 ? null : Carriers[random.Next(Carriers.Length)];
            _tenant.Pack(order.Number, isPart
                ? new PackOptions { Carrier = label, Lines = [new PackLine(open[0].LineOrderId!, open[0].Quantity - open[0].Fulfilled)] }
                : new PackOptions { Carrier = label, Boxes = random.Next(1, 4) });
            now = _tenant.Orders.First(one => one.Id == order.Id);
        }

        if (now.State == "shipping" && (isLast || random.Next(3) > 0)) _tenant.Ship(order.Number);
    }
}
