using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds.Shopify;

/// <summary>What customers and the people of the shop do, by seed. Nobody can buy what the shop does not show as available.</summary>
/// <param name="circle">World.</param>
/// <param name="random">Chance.</param>
/// <param name="pause">Time between two deeds; none by default.</param>
internal sealed class ShopLife(Circle circle, Random random, TimeSpan pause = default)
{
    private readonly ShopifyShop _shop = circle.Shop;
    private readonly ShopGoods _goods = new(circle, random);
    private readonly List<Order> _open = [];
    private readonly List<(Order Order, Recipient From)> _moves = [];
    private int _people;

    /// <summary>Notes that people wrote, by order: nobody may take them away.</summary>
    public Dictionary<Order, string> Notes { get; } = [];

    /// <summary>Where orders were to go before their customers moved.</summary>
    public ILookup<Order, Recipient> MovedFrom => _moves.ToLookup(move => move.Order, move => move.From);

    /// <summary>Fills the shop.</summary>
    public void Furnish() => _goods.Furnish();

    /// <summary>New products, and others for which people find better words.</summary>
    public void Renew(int products) => _goods.Renew(products);

    public void Buy(int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            circle.Clock.Pass(pause);
            if (random.Next(25) == 0) BuyMuch();
            else if (_goods.Basket() is { Count: > 0 } lines) Place(lines);
        }
    }

    /// <summary>Someone buys a piece of nearly everything.</summary>
    public void BuyMuch()
    {
        if (_goods.Crate() is { Count: > 0 } lines) TakeApart(Place(lines));
    }

    /// <summary>Someone sells something over the counter.</summary>
    public void SellAtTheTill(int sales)
    {
        for (var i = 0; i < sales; i++)
        {
            circle.Clock.Pass(pause);
            var place = Any(Circle.Places);
            if (_goods.Find(place, 1) is { } line) _shop.SellAtCounter(place, (line.Sku!, line.Quantity));
        }
    }

    /// <summary>Edits, cancellations, holds, releases, splits, moves, payments, notes, the catalogue, and a hand in the stock.</summary>
    public void Work(int deeds)
    {
        _open.RemoveAll(order => order.CancelledAt is not null || order.Fulfillments.Count > 0);
        for (var i = 0; i < deeds && _open.Count > 0; i++)
        {
            circle.Clock.Pass(pause);
            Do(_open[random.Next(_open.Count)]);
        }

        if (random.Next(3) == 0) _shop.SetPrice(_goods.Any(), random.Next(5, 90));
        if (random.Next(4) == 0) _goods.Tag(_goods.Any().Product, $"season {random.Next(4)}");
        if (random.Next(4) == 0) _shop.AdjustStock(_goods.Any(), Any(_shop.Locations), random.Next(-5, 6));
    }

    /// <summary>Lets go of everything that is held back, so that the fortnight can come to its end.</summary>
    public void LetGo()
    {
        foreach (var order in _shop.Orders.Where(order => order.CancelledAt is null))
        {
            foreach (var part in order.FulfillmentOrders.Where(part => part.Status is FulfillmentOrderStatus.OnHold).ToList()) _shop.ReleaseHold(part);
            if (order.FinancialStatus is FinancialStatus.Pending) _shop.SetFinancialStatus(order, FinancialStatus.Paid);
        }
    }

    /// <summary>Makes shop and warehouse unequal in three places: a stock figure, a shipment that shows a tracking number of nobody's, and an address.</summary>
    public void Spoil()
    {
        var shipped = _shop.Orders.First(order => order.RetailLocation is null && order.Lines.Count == 1 && order.Fulfillments is [{ IsCancelled: false }] && order.Returns.Count == 0);
        var other = _shop.Variants.First(variant => variant.Sku?.StartsWith("SKU-", StringComparison.Ordinal) == true && variant != shipped.Lines[0].Variant);
        _shop.AdjustStock(other, _shop.Locations[0], 1);
        _shop.SetTracking(shipped.Fulfillments[0], [new TrackingInfo("DHL", "NOBODYS", null)]);
        _shop.SetShippingAddress(shipped, shipped.ShippingAddress! with { City = "Hamburg" });
    }

    private Order Place(List<OrderLineDraft> lines)
    {
        var who = ++_people % 400;
        var order = _shop.CreateOrder(new OrderDraft
        {
            Lines = lines,
            Customer = new CustomerDraft("Ada", $"Example {who}", $"ada{who}@example.test", null),
            ShippingAddress = new Address { FirstName = "Ada", LastName = $"Example {who}", Address1 = $"Musterweg {who}", Zip = "10115", City = "Berlin", CountryCode = "DE" },
            FinancialStatus = random.Next(25) == 0 ? FinancialStatus.Pending : FinancialStatus.Paid,
            Tags = random.Next(5) == 0 ? ["vip"] : [],
        });
        _open.Add(order);
        return order;
    }

    // Whoever packs it wants it in parcels of his own.
    private void TakeApart(Order order)
    {
        foreach (var line in order.FulfillmentOrders[0].Lines.Where(line => line.RemainingQuantity > 1).ToList()) _shop.Split(order.FulfillmentOrders[0], line.Line, 1);
    }

    private void Do(Order order)
    {
        var parts = order.FulfillmentOrders.Where(part => part.IsActive && part.Lines.Any(line => line.RemainingQuantity > 0)).ToList();
        if (parts.Count == 0) return;
        var part = Any(parts);
        switch (random.Next(12))
        {
            case 0 or 1:
                _shop.Cancel(order, restock: true);
                break;
            case 2 or 3 when part.Status is FulfillmentOrderStatus.Open:
                _shop.Hold(part);
                break;
            case 4 or 5 when part.Status is FulfillmentOrderStatus.OnHold:
                _shop.ReleaseHold(part);
                break;
            case 6 when order.Lines.Any(line => line.CurrentQuantity > 1):
                var line = order.Lines.First(one => one.CurrentQuantity > 1);
                _shop.SetQuantity(line, line.CurrentQuantity - 1);
                break;
            case 7 when part.Status is FulfillmentOrderStatus.Open && IsPlenty(part):
                _shop.Move(part, _shop.Locations.First(location => location != part.Location));
                break;
            case 8 when part.Status is FulfillmentOrderStatus.Open && part.Lines.Any(one => one.RemainingQuantity > 1):
                _shop.Split(part, part.Lines.First(one => one.RemainingQuantity > 1).Line, 1);
                break;
            case 9:
                _moves.Add((order, Recipient.Of(order.ShippingAddress!)));
                _shop.SetShippingAddress(order, order.ShippingAddress! with { Address1 = $"Neue Straße {random.Next(99)}" });
                break;
            case 10:
                var note = $"Please ring {random.Next(99).ToString(CultureInfo.InvariantCulture)} times";
                Notes[order] = note;
                _shop.SetNote(order, order.Note is null ? note : $"{note}\n{order.Note}");
                break;
            default:
                if (order.FinancialStatus is FinancialStatus.Pending) _shop.SetFinancialStatus(order, FinancialStatus.Paid);
                break;
        }
    }

    private bool IsPlenty(FulfillmentOrder part)
    {
        var to = _shop.Locations.First(location => location != part.Location);
        return part.Lines.All(line => line.Line.Variant is { } variant && _shop.FindLevel(variant, to) is { } level && level.Available > 2 * line.RemainingQuantity);
    }

    private T Any<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
