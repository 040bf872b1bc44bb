using System.Globalization;
using PulpoSync.Cli.Json;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Cli.Demo;

/// <summary>One order of the plain shop, followed the whole way round by what the shop and PULPO show of it.</summary>
internal sealed class DemoCircle
{
    private readonly DemoWorld _world;
    private readonly Order _order;
    private readonly string _sku;
    private readonly int _stockBefore;

    /// <summary>Begins before the first run, to know what the shop's stock was.</summary>
    public DemoCircle(DemoWorld world)
    {
        _world = world;
        _order = world.Plain.Orders[0];
        _sku = _order.Lines[0].Sku!;
        _stockBefore = StockInShop();
    }

    /// <summary>How far it has come by now.</summary>
    public DemoCircleLine Look()
    {
        var number = _order.Number.ToString(CultureInfo.InvariantCulture);
        var arrived = _world.Pulpo.Orders.FirstOrDefault(order => order.Number == number);
        var parcel = _order.Fulfillments.SelectMany(shipment => shipment.Tracking).FirstOrDefault();
        var back = _order.Returns.Count > 0 ? _order.Returns[0] : null;
        return new DemoCircleLine(
            _order.Name, Pieces(_order.Lines.Select(line => (line.Quantity, line.Sku))), arrived?.Number, arrived?.State, arrived?.Warehouse,
            parcel?.Company, parcel?.Number, _order.Tags, back?.Name, Pieces(back?.Lines.Select(line => (line.Quantity, line.Shipped.Line.Sku)) ?? []),
            _order.Refunds.Sum(refund => refund.Amount), _sku, _stockBefore, StockInShop(), _world.Pulpo.StockOf(_sku, DemoWorld.PlainLocation).Available);
    }

    /// <summary>The same for people.</summary>
    public static IEnumerable<string> Tell(DemoCircleLine line) =>
    [
        $"Order {line.Order} of the plain shop, the whole way round:",
        $"  sold        {string.Join(", ", line.Sold)}",
        $"  PULPO       order {line.Number}, {line.State}, warehouse {line.Warehouse}",
        $"  shop        shipped with {line.Carrier} {line.TrackingNumber}; tag {string.Join(", ", line.Tags)}",
        string.Create(
            CultureInfo.InvariantCulture, $"  sent back   {string.Join(", ", line.SentBack)}: return {line.Return} in the shop, {line.Refunded:0.00} refunded"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"  stock       {line.Sku}: the shop had {line.StockBefore} to sell before the first run and has {line.StockAfter} now; PULPO has {line.StockInPulpo}"),
    ];

    private int StockInShop() => _world.Plain.Levels.First(level => level.Sku == _sku && level.Location == DemoWorld.PlainLocation).Available;

    private static string[] Pieces(IEnumerable<(int Quantity, string? Sku)> lines) =>
        [.. lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} x {line.Sku}"))];
}
