using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Cli.Demo;

/// <summary>
/// Holds the plain shop against its warehouse: parcels, stock, returns, counter sales. Looks at the two worlds alone, never at what the store says of them.
/// </summary>
internal sealed class CircleAudit
{
    private readonly List<string> _differences = [];

    private CircleAudit(ShopifyShop shop, PulpoTenant pulpo)
    {
        var (sold, tilled) = (shop.Orders.Where(order => order.RetailLocation is null).ToList(), shop.Orders.Where(order => order.RetailLocation is not null).ToList());
        // Line ids are unique within a shop only; no other shop's orders come to this warehouse.
        var orders = pulpo.Orders.Where(order => order.Warehouse == DemoWorld.PlainLocation).ToLookup(order => order.Number);
        var tills = tilled.Select(BookedAs).ToHashSet();
        var packings = pulpo.Packings.Where(one => one.Warehouse == DemoWorld.PlainLocation && one.State is "ended" or "closed" && !tills.Contains(one.Order!)).ToList();
        ShippedLines = Compare(
            "shipped", packings.SelectMany(one => one.Lines).Where(line => line.Packed > 0).Select(line => (line.LineOrderId, line.Packed)),
            sold.SelectMany(order => order.Fulfillments).Where(one => !one.IsCancelled).SelectMany(one => one.Lines).Select(line => (line.Line, line.Quantity)));
        Parcels = CompareParcels(packings, sold);
        Returns = Compare(
            "returned", pulpo.Returns.Where(one => one.Warehouse == DemoWorld.PlainLocation).SelectMany(one => one.Lines).Select(line => (line.LineOrderId, line.Quantity)),
            shop.Returns.SelectMany(one => one.Lines).Select(line => (line.Shipped.Line, line.Quantity)));
        StockFigures = CompareStock(shop, pulpo);
        CounterSales = CompareTill(tilled, orders);
    }

    public int ShippedLines { get; }
    public int Parcels { get; }
    public int StockFigures { get; }
    public int Returns { get; }
    public int CounterSales { get; }
    public IReadOnlyList<string> Differences => _differences;

    public static CircleAudit Of(DemoWorld world) => new(world.Plain, world.Pulpo);

    // Each line of an order with the pieces that left or came back in the warehouse, and those that the shop shows.
    private int Compare(string what, IEnumerable<(string? Line, long Pieces)> there, IEnumerable<(OrderLine Line, int Pieces)> shown)
    {
        var done = there.GroupBy(one => one.Line ?? "").ToDictionary(group => group.Key, group => group.Sum(one => one.Pieces));
        var told = shown.GroupBy(one => $"gid://shopify/LineItem/{one.Line.Id}").ToDictionary(group => group.Key, group => group.Sum(one => (long)one.Pieces));
        foreach (var line in done.Keys.Union(told.Keys))
            Demand(done.GetValueOrDefault(line), told.GetValueOrDefault(line), $"{what} pieces of line {line}");
        return done.Count;
    }

    private int CompareParcels(IEnumerable<PulpoPacking> packings, IEnumerable<Order> sold)
    {
        var labels = packings.SelectMany(one => one.Boxes).SelectMany(box => box.Trackings).Select(one => one.Code ?? "").Order(StringComparer.Ordinal).ToList();
        var shown = sold.SelectMany(order => order.Fulfillments).SelectMany(one => one.Tracking).Select(one => one.Number ?? "").Order(StringComparer.Ordinal).ToList();
        foreach (var number in labels.Union(shown))
            Demand(labels.Count(one => one == number), shown.Count(one => one == number), $"parcels with tracking number {number}");
        return labels.Count;
    }

    // All orders of the plain shop are in PULPO, so what PULPO has to sell is what the shop may sell.
    private int CompareStock(ShopifyShop shop, PulpoTenant pulpo)
    {
        var known = pulpo.Products.Select(product => product.Sku).ToHashSet();
        var stock = pulpo.Stock.Where(one => one.Warehouse == DemoWorld.PlainLocation).ToDictionary(one => one.Sku, one => one.Available);
        var levels = shop.Levels.Where(level => level.IsActive && level.Sku is { } sku && known.Contains(sku)).ToList();
        foreach (var level in levels) Demand(Math.Max(0, stock.GetValueOrDefault(level.Sku!)), level.Available, $"pieces of {level.Sku} to sell");
        return levels.Count;
    }

    private int CompareTill(List<Order> tilled, ILookup<string, PulpoOrder> orders)
    {
        foreach (var sale in tilled)
        {
            var booked = orders[BookedAs(sale)].Where(order => order.State == "ended").ToList();
            Demand(booked.Count, 1, $"bookings of counter sale {sale.Name}");
            Demand(booked.SelectMany(order => order.Lines).Sum(line => line.Quantity), sale.Lines.Sum(line => (long)line.Quantity), $"pieces of counter sale {sale.Name}");
        }

        return tilled.Count;
    }

    private void Demand(long inPulpo, long inShop, string what)
    {
        if (inPulpo != inShop) _differences.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {inPulpo} in PULPO, {inShop} in the shop"));
    }

    private static string BookedAs(Order sale) => string.Create(CultureInfo.InvariantCulture, $"{DemoSetup.TillPrefix}{sale.Number}");
}
