using System.Globalization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>Makes the orders of a seed.</summary>
internal sealed class BillbeeOrderMaker(BillbeeWorld world, BillbeeSeed seed)
{
    private static readonly BillbeeTrait[] AllTraits = Enum.GetValues<BillbeeTrait>();

    private readonly Random _random = new(seed.Seed);
    private readonly BillbeeTrait[] _certain = [.. AllTraits.Where(t => seed.ShareOf(t) > 0)];
    private readonly BillbeeLineMaker _lines = new(world, seed);
    private readonly List<BillbeeOrder> _made = [];
    private int _states;

    public (BillbeeOrder Order, IReadOnlySet<BillbeeTrait> Traits) Make(int index, DateTime time)
    {
        var traits = Draw(index);
        var order = world.Add(Peculiar(Ordinary(index, time, traits), traits));
        if (traits.Contains(BillbeeTrait.Shipped)) order = Shipped(order);
        _made.Add(order);
        return (order, traits);
    }

    private HashSet<BillbeeTrait> Draw(int index)
    {
        HashSet<BillbeeTrait> traits = index < _certain.Length ? [_certain[index]] : [];
        // Each is drawn in any case, so that one share does not change what the others give.
        foreach (var trait in AllTraits)
        {
            if (_random.NextDouble() < seed.ShareOf(trait)) traits.Add(trait);
        }
        if (traits.Contains(BillbeeTrait.OtherState)) traits.Remove(BillbeeTrait.Shipped);
        // There has to be an order before it.
        if (_made.Count == 0) traits.ExceptWith([BillbeeTrait.Child, BillbeeTrait.CancellationDocument]);
        return traits;
    }

    private BillbeeOrder Ordinary(int index, DateTime time, HashSet<BillbeeTrait> traits)
    {
        var person = _random.Next(seed.Customers);
        var shop = world.Shops.Count == 0 ? null : world.Shops[index % world.Shops.Count];
        var address = BillbeePeople.AddressOf(person);
        var customer = BillbeePeople.CustomerOf(person);
        var items = _lines.Make(_random, traits);
        var number = string.Create(CultureInfo.InvariantCulture, $"B{seed.Seed}-{index + 1:D5}");
        return new BillbeeOrder
        {
            Id = $"ext-{number}",
            OrderNumber = number,
            State = BillbeeStates.Paid,
            CreatedAt = time,
            PayedAt = time,
            LastModifiedAt = time,
            Currency = "EUR",
            LanguageCode = "de",
            TaxRate1 = 19,
            TaxRate2 = 7,
            VatMode = 0,
            TotalCost = items.Sum(i => i.TotalPrice),
            ShippingCost = 4.9m,
            PaymentMethod = 3,
            ApiAccountId = shop?.Id,
            ApiAccountName = shop?.Name,
            Customer = customer,
            CustomerNumber = customer.Number?.ToString(CultureInfo.InvariantCulture),
            Buyer = BillbeePeople.BuyerOf(person, shop),
            ShippingAddress = address,
            InvoiceAddress = address,
            OrderItems = items,
        };
    }

    private BillbeeOrder Peculiar(BillbeeOrder order, HashSet<BillbeeTrait> traits) => traits.Aggregate(order, (o, trait) => trait switch
    {
        BillbeeTrait.Guest => o with
        {
            Customer = null, CustomerNumber = null, Buyer = null, InvoiceAddress = null,
            ShippingAddress = o.ShippingAddress is { } address ? address with { Email = null } : null,
        },
        BillbeeTrait.NoShippingAddress => o with { ShippingAddress = null },
        BillbeeTrait.Child => o with { BillBeeParentOrderId = Earlier().BillBeeOrderId },
        BillbeeTrait.CancellationDocument => o with { IsCancelationFor = Earlier().Id },
        BillbeeTrait.NoOrderNumber => o with { OrderNumber = null },
        BillbeeTrait.OtherState => o with { State = 1 + (_states++ % BillbeeLists.States.Count) },
        BillbeeTrait.NullScalars => o with
        {
            Currency = null, LanguageCode = null, TaxRate1 = null, TaxRate2 = null, VatMode = null, TotalCost = null, ShippingCost = null, PaymentMethod = null,
            ApiAccountId = null, ApiAccountName = null, CustomerNumber = null,
        },
        BillbeeTrait.LongText => o with { SellerComment = string.Concat(Enumerable.Repeat("Wichtig: äöüß 🎁\n", 200)) },
        BillbeeTrait.Tagged => o with
        {
            Tags = ["VIP", "Müller & Söhne"],
            Comments = [new BillbeeComment { Id = 1, Created = o.CreatedAt, FromCustomer = true, Text = "Bitte beim Nachbarn abgeben – danke! 🎁" }],
        },
        _ => o,
    });

    private BillbeeOrder Shipped(BillbeeOrder order)
    {
        var provider = world.Providers[0];
        var id = order.BillBeeOrderId!.Value;
        BillbeeParcels.Add(world, order, new BillbeeShipment
        {
            ShippingId = world.NextTrackingNumber(),
            ShippingProviderId = provider.Id,
            ShippingProviderProductId = provider.Products[0].Id,
            ShipmentType = 0,
            Created = order.CreatedAt,
        });
        return world.Keep(world.Orders[id] with { State = BillbeeStates.Shipped, ShippedAt = order.CreatedAt }, order.CreatedAt!.Value);
    }

    private BillbeeOrder Earlier() => _made[_random.Next(_made.Count)];
}
