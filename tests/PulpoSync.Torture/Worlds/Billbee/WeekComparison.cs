using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Torture.Worlds.Billbee;

/// <summary>Holds account and tenant against each other, and looks at nothing else: neither our store nor what we said.</summary>
/// <param name="merchant">Both sides.</param>
/// <param name="people">What was asked for.</param>
/// <param name="measure">Measure of the stock.</param>
/// <param name="lost">How many labels' answers may have come to nobody, so that their files are at Billbee only; null: one in 25.</param>
internal sealed class WeekComparison(Merchant merchant, AccountLife people, string measure, int? lost = null)
{
    private readonly List<string> _findings = [];
    private readonly List<int> _files = [];
    private readonly ILookup<long, Recipient> _movedFrom = people.MovedFrom;
    private readonly ILookup<string, PulpoOrder> _ordersOf = merchant.Tenant.Orders.ToLookup(OrderOf);
    private readonly ILookup<string, PulpoProduct> _products = merchant.Tenant.Products.ToLookup(product => product.Sku, StringComparer.Ordinal);
    private readonly ILookup<string?, PulpoPacking> _packingsOf = merchant.Tenant.Packings.Where(packing => packing.State is "ended" or "closed").ToLookup(packing => packing.Order);

    public IReadOnlyList<string> Findings()
    {
        foreach (var order in merchant.Account.Orders)
        {
            Arrived(order);
            Addressed(order);
            Shipped(order);
        }

        if (_files.Count(files => files == 0) is var without && without > (lost ?? _files.Count / 25)) _findings.Add($"{without} of {_files.Count} labels came without their file");
        foreach (var product in merchant.Account.Products.Where(product => product.SKU!.StartsWith("SKU-", StringComparison.Ordinal)))
        {
            Described(product);
            // What is not there has been told already.
            if (_products.Contains(product.SKU!)) Stock(product.SKU!);
        }

        return _findings;
    }

    private void Arrived(BillbeeOrder order)
    {
        var all = _ordersOf[Key(order)].ToList();
        if (order.IsCancelationFor is not null)
        {
            Demand(all.Count == 0, order, "is a document that cancels an order, and was sent");
            return;
        }

        var alive = all.Where(one => one.State != "cancelled").ToList();
        foreach (var item in order.OrderItems)
        {
            var isPhysical = !item.IsCoupon && item.Product?.IsDigital != true;
            var there = alive.SelectMany(one => one.Lines).Where(line => line.LineOrderId == Text(item.BillbeeId)).Sum(line => line.Quantity);
            var wanted = isPhysical && !IsGone(order) ? item.Quantity ?? 0 : 0;
            var most = isPhysical ? people.Most[(order.BillBeeOrderId!.Value, item.BillbeeId!.Value)] : 0;
            // What was being picked when somebody changed his mind is the warehouse's; less than what is wanted, or more than was ever asked for, is nobody's.
            Demand(there >= wanted && there <= most, order, $"{item.Product?.SKU}: {there} in PULPO, {wanted} are wanted, {most} at most");
        }
    }

    private void Addressed(BillbeeOrder order)
    {
        var (was, now) = (_movedFrom[order.BillBeeOrderId!.Value], Recipient.Of(order.ShippingAddress!));
        // A guest is known by the order.
        var customer = order.Customer is { Id: { } id } ? $":{Text(id)}" : $":order:{Key(order)}";
        foreach (var one in _ordersOf[Key(order)].Where(one => one.State != "cancelled"))
        {
            Demand(one.Customer?.EndsWith(customer, StringComparison.Ordinal) == true, order, $"{one.Number} is {one.Customer}'s, it should be that of {customer}");
            var there = Recipient.Of(one);
            // What the warehouse had begun when the customer moved goes where he lived.
            Demand(there == now || was.Contains(there), order, $"{one.Number} goes to {there}, it should go to {now}");
        }
    }

    private void Shipped(BillbeeOrder order)
    {
        var boxes = _ordersOf[Key(order)].SelectMany(one => _packingsOf[one.Number].Select(packing => (Order: one, packing)))
            .SelectMany(one => one.packing.Boxes.Select(box => (one.Order.ShippingMethod, Box: box))).Where(one => one.Box.Lines.Count > 0).ToList();
        foreach (var (method, box) in boxes) Labelled(order, method, box);
        var codes = boxes.SelectMany(one => one.Box.Trackings).Select(tracking => tracking.Code).OfType<string>().ToList();
        var shown = order.ShippingIds.Select(parcel => parcel.ShippingId!).ToList();
        Demand(codes.Count == codes.Distinct().Count(), order, "a tracking number stands on two boxes");
        Demand(shown.Count == shown.Distinct().Count(), order, "a shipment is told twice");
        Demand(shown.All(codes.Contains), order, $"shows {string.Join(", ", shown.Except(codes))}, which no box has");
        if (!IsGone(order)) Demand(codes.All(shown.Contains), order, $"lacks {string.Join(", ", codes.Except(shown))}");
        var isPacked = _ordersOf[Key(order)].Where(one => one.State != "cancelled").ToList() is { Count: > 0 } alive && alive.TrueForAll(one => one.State is "shipping" or "ended");
        if (!IsGone(order)) Demand(order.State == AccountLife.Shipped == isPacked, order, $"is in state {order.State}, and is {(isPacked ? "" : "not ")}packed");
    }

    private void Labelled(BillbeeOrder order, string? method, PulpoBox box)
    {
        var isOurs = method == Merchant.Parcel;
        // An order that was cancelled after packing gets no label any more: the reason stands at the box.
        if (isOurs && IsGone(order) && box.Trackings is [] or [{ Code: null }]) return;
        Demand(box.Trackings is [{ Code: not null, Error: null }], order, $"box {box.Number} has {box.Trackings.Count} tracking entries: {string.Join(", ", box.Trackings.Select(one => one.Code ?? one.Error))}");
        // A label whose answer was lost is found again by its number; its file is not.
        Demand(box.Attachments.Count <= (isOurs ? 1 : 0), order, $"box {box.Number} ({method}) has {box.Attachments.Count} files");
        if (isOurs) _files.Add(box.Attachments.Count);
    }

    private void Described(BillbeeProduct article)
    {
        var there = _products[article.SKU!].ToList();
        var title = article.Title![0].Text;
        if (there is not [var product]) _findings.Add($"{article.SKU}: should be in PULPO once, is there {there.Count} times");
        else if (product.Name != title) _findings.Add($"{article.SKU}: is called {product.Name} in PULPO, it should be {title}");
    }

    private void Stock(string sku)
    {
        var stock = merchant.Tenant.StockOf(sku, Merchant.Warehouse);
        var promised = merchant.Account.Orders.Where(order => !IsGone(order) && order.State != AccountLife.Shipped && order.IsCancelationFor is null && !_ordersOf[Key(order)].Any(one => one.State != "cancelled"))
            .SelectMany(order => order.OrderItems).Where(item => item.Product?.SKU == sku).Sum(item => item.Quantity ?? 0);
        var due = measure == "Available" ? Math.Max(0, stock.Available - promised) : stock.OnHand;
        var shown = merchant.Account.StockOf(sku);
        if (due != shown) _findings.Add($"{sku}: Billbee shows {shown} ({measure}), it should be {due}; {stock}, promised {promised}");
    }

    private void Demand(bool holds, BillbeeOrder order, string otherwise)
    {
        if (!holds) _findings.Add($"{order.OrderNumber ?? Key(order)} (state {order.State}): {otherwise}; in PULPO {string.Join(", ", _ordersOf[Key(order)].Select(one => $"{one.Number} {one.State} {one.ShippingMethod}"))}");
    }

    private static bool IsGone(BillbeeOrder order) => order.State is AccountLife.Canceled or AccountLife.Deleted;

    private static string Key(BillbeeOrder order) => Text(order.BillBeeOrderId);

    private static string Text(long? id) => id!.Value.ToString(CultureInfo.InvariantCulture);

    private static string OrderOf(PulpoOrder order) =>
        order.Attributes is { } attributes && attributes.TryGetProperty("source_order", out var key) ? key.GetString() ?? "" : "";
}
