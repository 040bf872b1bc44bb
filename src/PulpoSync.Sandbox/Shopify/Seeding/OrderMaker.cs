using System.Globalization;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Makes the orders of a seed.</summary>
internal sealed class OrderMaker(ShopifyShop shop, Catalog catalog, ShopSeed seed)
{
    private static readonly FinancialStatus[] Unpaid =
    [
        FinancialStatus.Pending, FinancialStatus.Authorized, FinancialStatus.PartiallyPaid, FinancialStatus.Voided, FinancialStatus.Expired,
        FinancialStatus.Refunded,
    ];

    private static readonly string[] OrdinaryTags = ["VIP", "Newsletter", "B2B", "Müller & Söhne", "a:b", "o'clock"];

    private readonly Random _random = new(seed.Seed);
    private readonly TraitDraw _draw = new(seed);
    private readonly List<Location> _warehouses = [.. shop.Locations.Take(Math.Max(1, shop.Locations.Count - 1))];
    private readonly OrderFate _fate = new(shop, seed.Seed);

    public Order Make(int index)
    {
        var traits = _draw.Draw(index, _random);
        var order = shop.CreateOrder(DraftOf(traits, _random.Next(seed.Customers)));
        order.Traits = traits;
        shop.Pretend(TimeSpan.FromMinutes(_random.Next(1, 60)));
        _fate.Befall(order, traits);
        return order;
    }

    private OrderDraft DraftOf(IReadOnlySet<OrderTrait> traits, int person)
    {
        var isShipped = !traits.Contains(OrderTrait.NotShipped);
        var delivery = isShipped ? DeliveryMethodType.Shipping : Pick([DeliveryMethodType.PickUp, DeliveryMethodType.Local, DeliveryMethodType.Retail]);
        var address = AddressOf(traits, person);
        var hasAddress = delivery is DeliveryMethodType.Shipping or DeliveryMethodType.Local
            && !traits.Contains(OrderTrait.NoShippingAddress) && !traits.Contains(OrderTrait.DigitalOnly);
        var customer = People.Customer(person);
        return new OrderDraft
        {
            Lines = LinesOf(traits),
            Customer = traits.Contains(OrderTrait.Guest) ? null : customer,
            Email = customer.Email,
            ShippingAddress = hasAddress ? address : null,
            BillingAddress = delivery == DeliveryMethodType.Retail ? null : address,
            Delivery = delivery,
            ShippingPrice = hasAddress ? 4.9m : null,
            FinancialStatus = traits.Contains(OrderTrait.Unpaid) ? Pick(Unpaid) : FinancialStatus.Paid,
            Tags = TagsOf(traits),
            Note = traits.Contains(OrderTrait.Notes) ? "Bitte beim Nachbarn abgeben – danke! 🎁\nKlingel defekt" : null,
            CustomAttributes = traits.Contains(OrderTrait.Notes) ? [new OrderDetail("gift_wrap", "yes"), new OrderDetail("empty", null)] : [],
            SourceName = delivery == DeliveryMethodType.Retail ? "pos" : "web",
            RetailLocation = delivery == DeliveryMethodType.Retail ? shop.Locations[^1].Name : null,
            IsTest = traits.Contains(OrderTrait.Test),
            PresentmentCurrency = traits.Contains(OrderTrait.ForeignCurrency) ? Pick(["CHF", "USD", "GBP"]) : null,
            ExchangeRate = 1.08m,
            Risk = traits.Contains(OrderTrait.Risky) ? Pick([RiskRecommendation.Investigate, RiskRecommendation.Cancel]) : RiskRecommendation.Accept,
        };
    }

    private static Address AddressOf(IReadOnlySet<OrderTrait> traits, int person)
    {
        var address = People.AddressOf(person);
        if (!traits.Contains(OrderTrait.LongText)) return address;
        var company = $"{string.Concat(Enumerable.Repeat("Gesellschaft für Überlängen ", 12))}mbH";
        return address with { Company = company, Address1 = $"{new string('ä', 290)}straße 1" };
    }

    private List<OrderLineDraft> LinesOf(IReadOnlySet<OrderTrait> traits)
    {
        if (traits.Contains(OrderTrait.DigitalOnly))
        {
            return traits.Contains(OrderTrait.GiftCard)
                ? [new OrderLineDraft { VariantId = catalog.GiftCard.Id, TaxRate = 0 }]
                : [new OrderLineDraft { VariantId = catalog.Download.Id, Quantity = 1, TaxRate = 0.07 }];
        }
        var home = HomeOf(traits);
        var count = traits.Contains(OrderTrait.ManyLines) ? _random.Next(120, 400) : _random.Next(traits.Contains(OrderTrait.Split) ? 2 : 1, 5);
        var discount = traits.Contains(OrderTrait.Discounted) ? 0.5m : 0;
        var lines = new List<OrderLineDraft>(count + 1);
        for (var i = 0; i < count; i++)
        {
            var product = Pick(catalog.Ordinary);
            // Two pieces at least of the first line, so that there is something to ship or refund in part.
            var quantity = i == 0 ? traits.Contains(OrderTrait.ManyFulfillmentOrders) ? 24 : _random.Next(2, 4) : _random.Next(1, 4);
            var location = traits.Contains(OrderTrait.Split) && i == count - 1 ? OtherThan(home) : home;
            lines.Add(new OrderLineDraft { VariantId = product.Id, Quantity = quantity, Location = location, UnitDiscount = discount });
        }
        if (traits.Contains(OrderTrait.GiftCard)) Add(new() { VariantId = catalog.GiftCard.Id, TaxRate = 0 });
        if (traits.Contains(OrderTrait.PhysicalGiftCard)) Add(new() { VariantId = catalog.PlasticGiftCard.Id, TaxRate = 0 });
        if (traits.Contains(OrderTrait.CustomLine)) Add(new() { Sku = ShopSeed.SkuOf(1), IsCustom = true, Title = "Sonderanfertigung", Price = 49 });
        if (traits.Contains(OrderTrait.EmptySku)) Add(new() { VariantId = catalog.WithoutSku.Id });
        if (traits.Contains(OrderTrait.UnknownSku)) Add(new() { VariantId = catalog.Unknown.Id });
        return lines;

        void Add(OrderLineDraft line) => lines.Add(line with { Location = home });
    }

    // The last location has no warehouse; a shop with only one has no choice.
    private string HomeOf(IReadOnlySet<OrderTrait> traits)
    {
        if (traits.Contains(OrderTrait.OtherLocation) || traits.Contains(OrderTrait.NotShipped)) return shop.Locations[^1].Name;
        return Pick(_warehouses).Name;
    }

    private string OtherThan(string home) => (_warehouses.Find(l => l.Name != home) ?? _warehouses[0]).Name;

    private List<string> TagsOf(IReadOnlySet<OrderTrait> traits)
    {
        var tags = new List<string>();
        if (_random.NextDouble() < 0.2) tags.Add(Pick(OrdinaryTags));
        if (traits.Contains(OrderTrait.DeliveryTag)) tags.Add(DeliveryTag(_random.Next(3, 15)));
        if (traits.Contains(OrderTrait.TwoDeliveryTags)) tags.AddRange([DeliveryTag(3), DeliveryTag(10)]);
        if (traits.Contains(OrderTrait.InvalidDeliveryTag)) tags.Add(Pick(["Lieferung: 2026-02-30", "Lieferung: morgen", "Delivery: 30.11.2026", "Lieferung:"]));
        return tags;
    }

    private string DeliveryTag(int days)
    {
        var prefix = Pick(["Lieferung", "Delivery"]);
        return $"{prefix}: {shop.Now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
