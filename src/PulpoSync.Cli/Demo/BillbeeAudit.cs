using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Cli.Demo;

/// <summary>
/// Holds the Billbee account against its warehouse: orders, labels, shipments, states, stock. Looks at the two worlds alone, never at what the store says of them.
/// </summary>
internal sealed class BillbeeAudit
{
    private const int Paid = 3;

    // Documented numbers of states in which nothing is left to ship: shipped, reclamation, deleted, closed, cancelled, archived, offered.
    private static readonly int[] NothingToShip = [4, 5, 6, 7, 8, 9, 14];

    private readonly List<string> _differences = [];
    private readonly BillbeeAccount _account;
    private readonly PulpoTenant _pulpo;
    private readonly ILookup<string, PulpoOrder> _orders;
    private readonly ILookup<string?, PulpoPacking> _packings;

    private BillbeeAudit(BillbeeAccount account, PulpoTenant pulpo)
    {
        (_account, _pulpo) = (account, pulpo);
        _orders = pulpo.Orders.Where(order => order.State != "cancelled").ToLookup(order => order.Number);
        _packings = pulpo.Packings.Where(packing => packing.State is "ended" or "closed").ToLookup(packing => packing.Order);
        CompareOrders();
        foreach (var order in account.Orders) CompareParcels(order);
        CompareStates();
        CompareStock();
    }

    public int Parcels { get; private set; }
    public int Labels { get; private set; }
    public int States { get; private set; }
    public int StockFigures { get; private set; }
    public IReadOnlyList<string> Differences => _differences;

    public static BillbeeAudit Of(DemoWorld world) => new(world.Billbee, world.BillbeePulpo);

    private void CompareOrders()
    {
        var sold = _account.Orders.ToDictionary(DemoBillbee.NumberOf);
        foreach (var number in _orders.Select(group => group.Key).Where(number => !sold.ContainsKey(number))) Demand(1, 0, $"orders of number {number}");
        foreach (var (number, order) in sold)
        {
            var there = _orders[number].ToList();
            if (there.Count > 1 || DemoBillbee.IsShippable(_account, order)) Demand(there.Count, 1, $"orders of number {number}");
            foreach (var arrived in there) ComparePieces(arrived, DemoBillbee.PiecesOf(order));
        }
    }

    private void ComparePieces(PulpoOrder arrived, IReadOnlyDictionary<string, long> sold)
    {
        var there = arrived.Lines.GroupBy(line => line.Sku ?? "").ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));
        foreach (var sku in there.Keys.Union(sold.Keys)) Demand(there.GetValueOrDefault(sku), sold.GetValueOrDefault(sku), $"pieces of {sku} in order {arrived.Number}");
    }

    // One label at each box, each of them one shipment of the order; with a file where Billbee made it.
    private void CompareParcels(BillbeeOrder order)
    {
        var number = DemoBillbee.NumberOf(order);
        if (_orders[number].FirstOrDefault() is not { } arrived) return;
        var boxes = _packings[number].SelectMany(packing => packing.Boxes).ToList();
        var isOurs = arrived.ShippingMethod == DemoBillbee.LabelMethod;
        foreach (var box in boxes)
        {
            Demand(box.Trackings.Count(tracking => tracking is { Code.Length: > 0, Error: null }), 1, $"labels of box {box.Number} of order {number}");
            if (isOurs) Demand(box.Attachments.Count, 1, $"files of the label of box {box.Number} of order {number}");
        }

        var labels = boxes.SelectMany(box => box.Trackings).Select(tracking => tracking.Code ?? "").ToList();
        var shown = order.ShippingIds.Select(parcel => parcel.ShippingId ?? "").ToList();
        foreach (var code in labels.Union(shown)) Demand(labels.Count(one => one == code), shown.Count(one => one == code), $"parcels {code} of order {number}");
        Parcels += labels.Count;
        if (isOurs) Labels += labels.Count;
    }

    private void CompareStates()
    {
        foreach (var (number, order) in _account.Orders.Select(order => (DemoBillbee.NumberOf(order), order)).Where(one => _orders.Contains(one.Item1)))
        {
            var isPacked = _orders[number].All(arrived => arrived.State is "shipping" or "ended");
            Demand(isPacked ? DemoBillbee.PackedState : Paid, order.State ?? 0, $"state of order {number}");
            States++;
        }
    }

    // What PULPO has to sell, less what Billbee has sold and PULPO does not have yet.
    private void CompareStock()
    {
        var owed = _account.Orders.Where(order => !NothingToShip.Contains(order.State ?? 0) && order.IsCancelationFor is null && !_orders.Contains(DemoBillbee.NumberOf(order)))
            .SelectMany(DemoBillbee.PiecesOf).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        var stock = _pulpo.Stock.Where(one => one.Warehouse == DemoBillbee.Warehouse).ToDictionary(one => one.Sku, one => one.Available);
        var known = _pulpo.Products.Select(product => product.Sku).ToHashSet();
        foreach (var sku in _account.Products.Select(product => product.SKU!).Where(known.Contains))
        {
            Demand(Math.Max(0, stock.GetValueOrDefault(sku) - owed.GetValueOrDefault(sku)), (long?)_account.StockOf(sku) ?? 0, $"pieces of {sku} to sell");
            StockFigures++;
        }
    }

    private void Demand(long inPulpo, long inBillbee, string what)
    {
        if (inPulpo != inBillbee) _differences.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {inPulpo} by PULPO, {inBillbee} in Billbee"));
    }
}
