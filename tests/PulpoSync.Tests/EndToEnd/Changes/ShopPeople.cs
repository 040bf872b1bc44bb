using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>The people of a shop, who change their minds by seed. What the shop itself does not allow is not tried.</summary>
internal sealed class ShopPeople
{
    private readonly ShopifyShop _shop;
    private readonly Random _random;
    private readonly Story _story;
    private readonly List<(int Weight, Func<Order, string?> Act)> _acts;

    public ShopPeople(ShopifyShop shop, Random random, Story story)
    {
        (_shop, _random, _story) = (shop, random, story);
        _acts =
        [
            (8, More), (8, Fewer), (5, AddLine), (3, RemoveLine), (8, MoveAway), (5, ChangeTags), (4, ChangeNote), (4, Cancel), (4, RefundSome), (1, RefundAll),
            (1, Void), (7, Hold), (7, Release), (3, PutOff), (4, OpenAgain), (9, MoveWhole), (9, MovePart), (4, Split), (3, ShipSome), (2, ShipAll),
            (2, TakeShipmentBack), (2, ForgetAddress), (3, FindAddress), (3, Pay),
        ];
    }

    public void Work(int changes)
    {
        var orders = _shop.Orders;
        for (var done = 0; done < changes;)
        {
            var order = orders[_random.Next(orders.Count)];
            // Mostly more than one thing at a time, because that is where it becomes difficult.
            for (var i = _random.Next(1, 4); i > 0; i--)
            {
                if (Pick(_acts)(order) is not { } what) continue;
                _story.Tell(order.Number, what);
                done++;
            }
        }
    }

    private string? More(Order order) => Line(order, line => order.CancelledAt is null && HasHome(line)) is not { } line ? null
        : Set(line, line.CurrentQuantity + _random.Next(1, 3));

    private string? Fewer(Order order) => Line(order, line => order.CancelledAt is null && line.UnfulfilledQuantity > 0) is not { } line ? null
        : Set(line, line.CurrentQuantity - _random.Next(1, line.UnfulfilledQuantity + 1));

    private string? RemoveLine(Order order) => Line(order, line => order.CancelledAt is null && line.UnfulfilledQuantity > 0) is not { } line ? null
        : Set(line, line.FulfilledQuantity);

    private string Set(OrderLine line, int quantity)
    {
        _shop.SetQuantity(line, quantity);
        return $"line {line.Id} to {quantity}";
    }

    private string? AddLine(Order order)
    {
        if (order.CancelledAt is not null) return null;
        var location = Any(_shop.Locations).Name;
        var line = _shop.AddLine(order, new OrderLineDraft { Sku = ShopSeed.SkuOf(_random.Next(1, 50)), Quantity = _random.Next(1, 4), Location = location });
        return $"new line {line.Id} of {line.Quantity} at {location}";
    }

    private string? MoveAway(Order order)
    {
        if (order.ShippingAddress is null) return null;
        _shop.SetShippingAddress(order, order.ShippingAddress with { Address1 = $"Neue Straße {_random.Next(1, 200)}" });
        return "new street";
    }

    private string? ForgetAddress(Order order)
    {
        if (order.ShippingAddress is null) return null;
        _shop.SetShippingAddress(order, null);
        return "address taken away";
    }

    private string? FindAddress(Order order)
    {
        if (order.ShippingAddress is not null) return null;
        _shop.SetShippingAddress(order, new Address { FirstName = "Ada", LastName = "Beispiel", Address1 = "Musterweg 5", Zip = "10115", City = "Berlin" });
        return "address given";
    }

    private string ChangeTags(Order order)
    {
        if (order.Tags.Count > 1 && _random.Next(2) == 0)
        {
            _shop.RemoveTags(order, order.Tags[0]);
            return "tag away";
        }

        var tag = _random.Next(3) == 0 ? $"Lieferung: {DateTime.UtcNow.AddDays(_random.Next(1, 30)):yyyy-MM-dd}" : $"tag{_random.Next(5)}";
        _shop.AddTags(order, tag);
        return $"tag {tag}";
    }

    private string ChangeNote(Order order)
    {
        _shop.SetNote(order, $"note {_random.Next(100)}");
        return "new note";
    }

    private string? Pay(Order order)
    {
        if (order.FinancialStatus is not (FinancialStatus.Pending or FinancialStatus.Authorized)) return null;
        _shop.SetFinancialStatus(order, FinancialStatus.Paid);
        return "paid";
    }

    private string? Cancel(Order order)
    {
        if (order.CancelledAt is not null || order.Fulfillments.Any(f => !f.IsCancelled)) return null;
        _shop.Cancel(order, restock: _random.Next(2) == 0);
        return "cancelled in the shop";
    }

    private string? Void(Order order)
    {
        if (order.FinancialStatus is not (FinancialStatus.Pending or FinancialStatus.Authorized)) return null;
        _shop.SetFinancialStatus(order, FinancialStatus.Voided);
        return "voided";
    }

    private string? RefundSome(Order order)
    {
        if (order.CancelledAt is not null || Line(order, line => line.UnfulfilledQuantity > 0) is not { } line) return null;
        var pieces = _random.Next(1, line.UnfulfilledQuantity + 1);
        _shop.Refund(order, line, pieces);
        return $"{pieces} of line {line.Id} refunded";
    }

    private string? RefundAll(Order order)
    {
        if (order.CancelledAt is not null || order.Fulfillments.Any(f => !f.IsCancelled) || order.Lines.All(line => line.CurrentQuantity == 0)) return null;
        _shop.Refund(order);
        return "all refunded";
    }

    private string? Hold(Order order) => Part(order, f => f.IsActive) is not { } part ? null : Done($"{part.Id} held", () => _shop.Hold(part));

    private string? Release(Order order) => Part(order, f => f.Status is FulfillmentOrderStatus.OnHold) is not { } part ? null
        : Done($"{part.Id} released", () => _shop.ReleaseHold(part));

    private string? PutOff(Order order) => Part(order, f => f.Status is FulfillmentOrderStatus.Open) is not { } part ? null
        : Done($"{part.Id} put off", () => _shop.Schedule(part, DateTimeOffset.UtcNow.AddDays(7)));

    private string? OpenAgain(Order order) => Part(order, f => f.Status is FulfillmentOrderStatus.Scheduled) is not { } part ? null
        : Done($"{part.Id} opened", () => _shop.Open(part));

    private string? MoveWhole(Order order)
    {
        if (Part(order, IsMovable) is not { } part) return null;
        var to = Any([.. _shop.Locations.Where(location => location != part.Location)]);
        return Done($"{part.Id} moved from {part.Location.Name} to {to.Name}", () => _shop.Move(part, to));
    }

    private string? MovePart(Order order)
    {
        if (Part(order, IsMovable) is not { } part) return null;
        var item = Any([.. part.Lines.Where(line => line.RemainingQuantity > 0)]);
        var to = Any([.. _shop.Locations.Where(location => location != part.Location)]);
        var pieces = _random.Next(1, item.RemainingQuantity + 1);
        return Done(
            $"{pieces} of line {item.Line.Id} moved from {part.Location.Name} to {to.Name}", () => _shop.Move(part, to, item.Line, pieces));
    }

    private string? Split(Order order)
    {
        if (Part(order, f => f.Status is FulfillmentOrderStatus.Open && f.Lines.Any(line => line.RemainingQuantity > 1)) is not { } part) return null;
        var item = Any([.. part.Lines.Where(line => line.RemainingQuantity > 1)]);
        return Done($"1 of line {item.Line.Id} split off", () => _shop.Split(part, item.Line, 1));
    }

    private string? ShipSome(Order order)
    {
        if (order.CancelledAt is not null || Part(order, IsShippable) is not { } part) return null;
        var item = Any([.. part.Lines.Where(line => line.RemainingQuantity > 0)]);
        var pieces = _random.Next(1, item.RemainingQuantity + 1);
        return Done($"{pieces} of line {item.Line.Id} shipped from {part.Location.Name} by somebody", () => _shop.Fulfill(part, item.Line, pieces));
    }

    private string? ShipAll(Order order) => order.CancelledAt is not null || Part(order, IsShippable) is not { } part ? null
        : Done($"{part.Id} shipped from {part.Location.Name} by somebody", () => _shop.Fulfill(part));

    private string? TakeShipmentBack(Order order) => order.Fulfillments.FirstOrDefault(f => !f.IsCancelled) is not { } shipment ? null
        : Done($"shipment {shipment.Id} taken back", () => _shop.CancelFulfillment(shipment));

    private static bool IsMovable(FulfillmentOrder f) =>
        f.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.OnHold or FulfillmentOrderStatus.Scheduled && Expected.IsShipped(f)
        && f.Lines.Any(line => line.RemainingQuantity > 0);

    private static bool IsShippable(FulfillmentOrder f) =>
        f.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.InProgress && f.Lines.Any(line => line.RemainingQuantity > 0);

    private static bool HasHome(OrderLine line) => line.Order.FulfillmentOrders.Any(f => f.Lines.Any(item => item.Line == line));

    private OrderLine? Line(Order order, Func<OrderLine, bool> fits) => order.Lines.Where(fits).ToList() is { Count: > 0 } lines ? Any(lines) : null;

    private FulfillmentOrder? Part(Order order, Func<FulfillmentOrder, bool> fits) =>
        order.CancelledAt is null && order.FulfillmentOrders.Where(fits).ToList() is { Count: > 0 } parts ? Any(parts) : null;

    private static string Done(string what, Action act)
    {
        act();
        return what;
    }

    private T Any<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    private T Pick<T>(IReadOnlyList<(int Weight, T Item)> all)
    {
        var at = _random.Next(all.Sum(one => one.Weight));
        foreach (var (weight, item) in all)
        {
            if ((at -= weight) < 0) return item;
        }

        throw new InvalidOperationException();
    }
}
