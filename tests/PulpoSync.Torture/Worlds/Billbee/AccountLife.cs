using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Torture.Worlds.Billbee;

/// <summary>What customers and the people at Billbee do, by seed.</summary>
/// <param name="merchant">World.</param>
/// <param name="random">Chance.</param>
/// <param name="pause">Time between two deeds; none by default.</param>
internal sealed class AccountLife(Merchant merchant, Random random, TimeSpan pause = default)
{
    public const int Ordered = 1;
    public const int Paid = 3;
    public const int Shipped = 4;
    public const int Deleted = 6;
    public const int Canceled = 8;

    private const int Products = 40;
    private readonly BillbeeAccount _account = merchant.Account;
    private readonly List<(long Order, Recipient From)> _moves = [];
    private int _sold;
    private int _products;

    /// <summary>The most pieces that each line of an order ever asked for.</summary>
    public Dictionary<(long Order, long Line), decimal> Most { get; } = [];

    /// <summary>Where orders were to go before their customers moved.</summary>
    public ILookup<long, Recipient> MovedFrom => _moves.ToLookup(move => move.Order, move => move.From);

    public static string Sku(int product) => $"SKU-{product:000}";

    public void Furnish()
    {
        for (var i = 0; i < Products; i++) _account.AddProduct(Sku(++_products));
        _account.AddProduct(new BillbeeProduct { SKU = "", Title = [new BillbeeText { Text = "Namenlos", LanguageCode = "DE" }] });
        _account.AddProduct(new BillbeeProduct { SKU = "TWIN", Title = [new BillbeeText { Text = "Zwilling 1", LanguageCode = "DE" }] });
        _account.AddProduct(new BillbeeProduct { SKU = "TWIN", Title = [new BillbeeText { Text = "Zwilling 2", LanguageCode = "DE" }] });
    }

    public void Buy(int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            merchant.Clock.Pass(pause);
            Remember(_account.AddOrder(Draft(++_sold)));
        }
    }

    /// <summary>Payments, cancellations, deletions, other quantities and addresses, child orders that are let go.</summary>
    public void Work(int deeds)
    {
        var open = _account.Orders.Where(order => order.State is Ordered or Paid && order.ShippingIds.Count == 0).ToList();
        for (var i = 0; i < deeds && open.Count > 0; i++)
        {
            merchant.Clock.Pass(pause);
            var order = open[random.Next(open.Count)];
            open.Remove(order);
            Do(order, order.BillBeeOrderId!.Value);
        }
    }

    /// <summary>New products, and others for which people find better words.</summary>
    public void Renew(int products)
    {
        for (var i = 0; i < products; i++)
        {
            _account.AddProduct(Sku(++_products));
            var title = $"Artikel {random.Next(1000).ToString(CultureInfo.InvariantCulture)}";
            _account.ChangeProduct(Sku(random.Next(1, Products + 1)), product => product with { Title = [new BillbeeText { Text = title, LanguageCode = "DE" }] });
        }
    }

    /// <summary>Pays and lets go of everything that waits, so that the week can come to its end.</summary>
    public void LetGo()
    {
        foreach (var order in _account.Orders.Where(order => order.State == Ordered)) _account.SetState(order.BillBeeOrderId!.Value, Paid);
        foreach (var order in _account.Orders.Where(order => order.BillBeeParentOrderId is not null))
        {
            _account.ChangeOrder(order.BillBeeOrderId!.Value, one => one with { BillBeeParentOrderId = null });
        }
    }

    /// <summary>Makes the two worlds unequal in four places: a stock figure, a shipment of nobody's, a state, an address.</summary>
    public void Spoil()
    {
        _account.SetStock(Sku(1), (_account.StockOf(Sku(1)) ?? 0) + 1);
        var shipped = _account.Orders.Where(order => order.State == Shipped && order.ShippingIds.Count > 0).Take(2).ToList();
        _account.AddShipment(shipped[0].BillBeeOrderId!.Value, new BillbeeShipment { ShippingId = "NOBODYS", ShipmentType = 0 });
        _account.SetState(shipped[1].BillBeeOrderId!.Value, Paid);
        _account.ChangeOrder(shipped[1].BillBeeOrderId!.Value, order => order with { ShippingAddress = order.ShippingAddress! with { City = "Hamburg" } });
    }

    private void Do(BillbeeOrder order, long id)
    {
        switch (random.Next(8))
        {
            case 0:
                _account.Cancel(id);
                break;
            case 1 when random.Next(3) == 0:
                _account.Delete(id);
                break;
            case 2 or 3:
                Remember(_account.SetQuantity(id, 0, random.Next(1, 4)));
                break;
            case 4:
                _moves.Add((id, Recipient.Of(order.ShippingAddress!)));
                _account.ChangeOrder(id, one => one with { ShippingAddress = one.ShippingAddress! with { Street = $"Neue Straße {random.Next(99)}" } });
                break;
            case 5 when order.BillBeeParentOrderId is not null:
                _account.ChangeOrder(id, one => one with { BillBeeParentOrderId = null });
                break;
            default:
                if (order.State == Ordered) _account.SetState(id, Paid);
                break;
        }
    }

    private void Remember(BillbeeOrder order)
    {
        foreach (var item in order.OrderItems)
        {
            var key = (order.BillBeeOrderId!.Value, item.BillbeeId!.Value);
            Most[key] = Math.Max(Most.GetValueOrDefault(key), item.Quantity ?? 0);
        }
    }

    private BillbeeOrder Draft(int number)
    {
        var who = number % 300;
        var order = new BillbeeOrder
        {
            OrderNumber = random.Next(30) == 0 ? null : $"B-{number.ToString(CultureInfo.InvariantCulture)}",
            State = random.Next(20) == 0 ? Ordered : Paid,
            BillBeeParentOrderId = number > 5 && random.Next(50) == 0 ? 1 : null,
            Customer = random.Next(6) == 0 ? null : new BillbeeCustomer { Id = 1000 + who, Name = $"Ada Beispiel {who}" },
            ShippingAddress = new BillbeeAddress
            {
                FirstName = "Ada", LastName = $"Beispiel {who}", Street = "Musterweg", HouseNumber = $"{who}", Zip = "10115", City = "Berlin", CountryISO2 = "DE",
            },
            OrderItems = [.. Basket(number)],
        };
        // The document that cancels an order reserves nothing.
        return random.Next(80) > 0 ? order : order with { IsCancelationFor = "B-1", OrderItems = [.. order.OrderItems.Select(item => item with { DontAdjustStock = true })] };
    }

    private IEnumerable<BillbeeOrderItem> Basket(int number)
    {
        for (var line = random.Next(1, 4); line > 0; line--) yield return Item(Sku(random.Next(1, Products + 1)), random.Next(1, 4));
        if (number % 12 == 0) yield return Item("", 1) with { IsCoupon = true };
        if (number % 15 == 0) yield return Item("PDF", 1, isDigital: true);
    }

    private static BillbeeOrderItem Item(string sku, int pieces, bool isDigital = false) => new()
    {
        Quantity = pieces, TotalPrice = 9.9m * pieces, Product = new BillbeeSoldProduct { SKU = sku, Title = $"Artikel {sku}", IsDigital = isDigital },
    };
}
