using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds.Shopify;

/// <summary>Holds shop and tenant against each other, and looks at nothing else: neither our store nor what we said.</summary>
internal sealed class Comparison(Circle circle, ShopLife people, string quantity)
{
    private readonly ShopifyShop _shop = circle.Shop;
    private readonly List<string> _findings = [];
    private readonly ILookup<Order, Recipient> _movedFrom = people.MovedFrom;
    private readonly ILookup<string, PulpoOrder> _ordersOf = circle.Tenant.Orders.ToLookup(OrderOf);
    private readonly ILookup<string, PulpoProduct> _products = circle.Tenant.Products.ToLookup(product => product.Sku, StringComparer.Ordinal);
    private readonly ILookup<string?, PulpoPacking> _packingsOf = circle.Tenant.Packings.Where(packing => packing.State is "ended" or "closed").ToLookup(packing => packing.Order);

    public IReadOnlyList<string> Findings()
    {
        foreach (var order in _shop.Orders.Where(order => order.RetailLocation is null))
        {
            Arrived(order);
            Addressed(order);
            Shipped(order);
            Returned(order);
            Marked(order);
        }

        foreach (var sale in _shop.Orders.Where(order => order.RetailLocation is not null)) Booked(sale);
        foreach (var variant in _shop.Variants.Where(variant => IsOurs(variant.Sku))) Described(variant);
        // What is not there has been told above.
        foreach (var level in _shop.Levels.Where(level => IsOurs(level.Sku) && _products.Contains(level.Sku!))) Stock(level);
        return _findings;
    }

    private void Arrived(Order order)
    {
        var isWhole = order.Lines.All(line => !string.IsNullOrWhiteSpace(line.Sku));
        var alive = _ordersOf[order.Gid].Where(one => one.State != "cancelled").ToList();
        foreach (var line in order.Lines.Where(line => line.RequiresShipping))
        {
            var there = alive.SelectMany(one => one.Lines).Where(one => one.LineOrderId == Gid(line)).Sum(one => one.Quantity);
            var wanted = order.CancelledAt is null && isWhole ? line.CurrentQuantity : 0;
            // What was being packed when the shop changed its mind is the warehouse's; less than what is wanted, or more than was ever ordered, is nobody's.
            Demand(there >= wanted && there <= line.Quantity, order, $"{line.Sku}: {there} in PULPO, {wanted} are wanted, {line.Quantity} were ordered");
            Demand(order.CancelledAt is not null || !isWhole || line.UnfulfilledQuantity == 0, order, $"{line.Sku}: {line.UnfulfilledQuantity} of {line.CurrentQuantity} were never shipped");
        }
    }

    private void Addressed(Order order)
    {
        var (was, now) = (_movedFrom[order], Recipient.Of(order.ShippingAddress!));
        foreach (var one in _ordersOf[order.Gid].Where(one => one.State != "cancelled"))
        {
            Demand(one.Customer?.EndsWith($":{order.Customer!.Id}", StringComparison.Ordinal) == true, order, $"{one.Number} is {one.Customer}'s, it should be {order.Customer!.Id}'s");
            var there = Recipient.Of(one);
            // What the warehouse had begun when the customer moved goes where he lived.
            Demand(there == now || was.Contains(there), order, $"{one.Number} goes to {there}, it should go to {now}");
        }
    }

    private void Shipped(Order order)
    {
        var packings = _ordersOf[order.Gid].SelectMany(one => _packingsOf[one.Number]).ToList();
        var alive = order.Fulfillments.Where(one => !one.IsCancelled).ToList();
        var tooMany = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var line in order.Lines)
        {
            var packed = packings.SelectMany(packing => packing.Lines).Where(one => one.LineOrderId == Gid(line)).Sum(one => one.Packed);
            var told = alive.SelectMany(one => one.Lines).Where(one => one.Line == line).Sum(one => one.Quantity);
            // What came back and was paid back had been wanted.
            var wanted = order.CancelledAt is null ? line.CurrentQuantity + line.RefundedAfterShipping : 0;
            Demand(told == Math.Min(packed, wanted), order, $"{line.Sku}: {packed} were packed, {wanted} are wanted, {told} are fulfilled");
            if (packed > wanted) tooMany.Add(Gid(line));
        }

        var boxes = packings.SelectMany(packing => packing.Boxes).ToList();
        var numbers = Numbers(boxes);
        var shown = alive.SelectMany(one => one.Tracking.Select(tracking => (one.Location, tracking.Number))).ToList();
        Demand(shown.Count == shown.Distinct().Count(), order, "a tracking number stands on two shipments of one place");
        Demand(shown.All(one => one.Number is not null && numbers.Contains(one.Number)), order, "a shipment shows a tracking number that no box has");
        // What nobody wanted any more when it was packed has nothing left in the shop that could show its number.
        var due = Numbers(boxes.Where(box => box.Lines.Count == 0 || box.Lines.Any(line => !tooMany.Contains(line.LineOrderId))));
        if (order.CancelledAt is null && alive.Count > 0) Demand(due.IsSubsetOf(shown.Select(one => one.Number!)), order,
            $"tracking numbers {string.Join(", ", due.Except(shown.Select(one => one.Number!)))} are missing of {string.Join("; ", packings.Select(Text))}; wanted {string.Join(", ", order.Lines.Select(line => $"{line.CurrentQuantity} {line.Sku}"))}");
    }

    private void Returned(Order order)
    {
        var received = circle.Tenant.Returns.Where(one => _ordersOf[order.Gid].Any(order => order.Number == one.Order)).SelectMany(one => one.Lines).ToLookup(line => line.LineOrderId, line => line.Quantity);
        foreach (var line in order.Lines)
        {
            var registered = order.Returns.SelectMany(one => one.Lines).Where(one => one.Shipped.Line == line).Sum(one => one.Quantity);
            // What the shop has never seen leave (cancelled or edited when it was packed already) cannot come back there.
            var told = order.Fulfillments.Where(one => !one.IsCancelled).SelectMany(one => one.Lines).Where(one => one.Line == line).Sum(one => one.Quantity);
            var came = received[Gid(line)].Sum();
            Demand(registered == (came > told ? 0 : came), order, $"{line.Sku}: {came} came back of {told}, {registered} are registered");
            var refunded = order.Refunds.SelectMany(one => one.Lines).Where(one => one.Line == line && one.Restock is RestockType.NoRestock).Sum(one => one.Quantity);
            Demand(refunded == registered, order, $"{line.Sku}: {registered} came back, {refunded} are paid back");
        }
    }

    private void Marked(Order order)
    {
        var isTagged = order.Tags.Contains(Circle.ImportedTag);
        // What was cancelled in the warehouse before the shop was told is not told any more.
        Demand(isTagged || _ordersOf[order.Gid].All(one => one.State == "cancelled"), order, "lacks the tag of imported orders");
        Demand(!isTagged || _ordersOf[order.Gid].Any(), order, "has the tag of imported orders and was not imported");
        if (people.Notes.TryGetValue(order, out var note)) Demand(order.Note?.Contains(note, StringComparison.Ordinal) == true, order, "people's note was lost");
    }

    private void Booked(Order sale)
    {
        var there = circle.Tenant.Orders.Where(one => one.Number == $"T-{sale.Number.ToString(CultureInfo.InvariantCulture)}").ToList();
        Demand(there is [{ State: "ended" }], sale, $"should be booked once, is {(there.Count == 0 ? "not there" : string.Join(", ", there.Select(one => one.State)))}");
    }

    private void Described(ProductVariant variant)
    {
        var there = _products[variant.Sku!].ToList();
        var wanted = variant.Product.Tags.Order(StringComparer.Ordinal);
        if (there is not [var product]) _findings.Add($"{variant.Sku}: should be in PULPO once, is there {there.Count} times");
        else if (!product.Categories.Order(StringComparer.Ordinal).SequenceEqual(wanted)) _findings.Add($"{variant.Sku}: has the categories {string.Join(", ", product.Categories)} in PULPO, it should have {string.Join(", ", wanted)}");
    }

    private void Stock(LevelSnapshot level)
    {
        var stock = circle.Tenant.StockOf(level.Sku!, level.Location);
        // At the end everything is shipped that can be; what cannot is promised by the shop alone.
        var promised = _shop.Orders.Where(order => order.CancelledAt is null && !_ordersOf[order.Gid].Any(one => one.State != "cancelled"))
            .SelectMany(order => order.FulfillmentOrders).Where(part => part.IsActive && part.Location.Name == level.Location)
            .SelectMany(part => part.Lines).Where(line => line.Line.Sku == level.Sku).Sum(line => line.RemainingQuantity);
        var (due, shown) = quantity == "Available" ? (Math.Max(0, stock.Available - promised), level.Available) : (stock.OnHand, level.OnHand);
        if (due != shown) _findings.Add($"{level.Sku} in {level.Location}: the shop shows {shown} ({quantity}), it should be {due}; {stock}, promised {promised}, {level}");
        if (stock.Available < 0) _findings.Add($"{level.Sku} in {level.Location} was oversold: {stock}");
    }

    private void Demand(bool holds, Order order, string otherwise)
    {
        if (!holds) _findings.Add($"{order.Name}{(order.CancelledAt is null ? "" : " (cancelled)")}: {otherwise}; {Told(order)}");
    }

    private static bool IsOurs(string? sku) => sku?.StartsWith("SKU-", StringComparison.Ordinal) == true;

    private static string Told(Order order) => "shipments " + string.Join(" | ", order.Fulfillments.Select(one =>
        $"{one.Location.Name}{(one.IsCancelled ? " cancelled" : "")} {string.Join(", ", one.Lines.Select(line => $"{line.Quantity} {line.Line.Sku}"))} as {string.Join(", ", one.Tracking.Select(tracking => tracking.Number))}"));

    private static HashSet<string> Numbers(IEnumerable<PulpoBox> boxes) =>
        boxes.SelectMany(box => box.Trackings).Select(tracking => tracking.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string Text(PulpoPacking packing) =>
        $"{packing.Order} {packing.State}: {string.Join(" | ", packing.Boxes.Select(box => $"{string.Join(", ", box.Lines.Select(line => $"{line.Quantity} {line.Sku}"))} as {string.Join(", ", box.Trackings.Select(tracking => tracking.Code))}"))}";

    private static string Gid(OrderLine line) => $"gid://shopify/LineItem/{line.Id}";

    private static string OrderOf(PulpoOrder order) =>
        order.Attributes is { } attributes && attributes.TryGetProperty("source_order", out var key) ? key.GetString() ?? "" : "";
}
