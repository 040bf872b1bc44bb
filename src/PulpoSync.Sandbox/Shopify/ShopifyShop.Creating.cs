using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

public sealed partial class ShopifyShop
{
    /// <summary>Adds a location.</summary>
    public Location AddLocation(string name)
    {
        lock (Sync)
        {
            var location = new Location(NextId(), name);
            _locations.Add(location);
            return location;
        }
    }

    /// <summary>Makes an order as if a customer had bought it now. Every location of its lines gets a fulfilment order.</summary>
    /// <exception cref="ArgumentException">A location or variant is not there.</exception>
    public Order CreateOrder(OrderDraft draft)
    {
        lock (Sync)
        {
            var number = ++_lastNumber;
            var order = new Order(NextId(), number, $"{Options.OrderPrefix}{number}{Options.OrderSuffix}")
            {
                CreatedAt = Now,
                IsTest = draft.IsTest,
                PresentmentCurrency = draft.PresentmentCurrency ?? Options.Currency,
                ExchangeRate = draft.PresentmentCurrency is null || draft.PresentmentCurrency == Options.Currency ? 1 : draft.ExchangeRate,
                FinancialStatus = draft.FinancialStatus,
                Tags = [.. draft.Tags],
                Note = draft.Note,
                CustomAttributes = draft.CustomAttributes,
                SourceName = draft.SourceName,
                Customer = draft.Customer is null ? null : CustomerOf(draft.Customer),
                Email = draft.Email ?? draft.Customer?.Email,
                Phone = draft.Phone ?? draft.Customer?.Phone,
                ShippingAddress = draft.ShippingAddress,
                BillingAddress = draft.BillingAddress ?? draft.ShippingAddress,
                ShippingLine = draft.ShippingPrice is { } price ? new ShippingLine(NextId(), draft.ShippingTitle, draft.ShippingTitle, price) : null,
                RetailLocation = draft.RetailLocation is null ? null : LocationOf(draft.RetailLocation),
                Risk = draft.Risk,
                TaxesIncluded = draft.TaxesIncluded,
            };
            foreach (var line in draft.Lines) AddTo(order, line, draft.Delivery);
            _orders.Add(order.Id, order);
            Touch(order);
            return order;
        }
    }

    private OrderLine AddTo(Order order, OrderLineDraft draft, DeliveryMethodType delivery)
    {
        var variant = VariantOf(draft);
        var title = draft.Title ?? variant?.Product.Title ?? "Custom item";
        var line = new OrderLine(NextId(), order, variant, title, draft.Quantity, draft.Price ?? variant?.Price ?? 10)
        {
            Sku = variant is null ? draft.Sku : variant.Sku,
            UnitDiscount = draft.UnitDiscount,
            RequiresShipping = draft.RequiresShipping ?? variant?.RequiresShipping ?? true,
            IsGiftCard = draft.IsGiftCard || variant is { Product.IsGiftCard: true },
            TaxRate = draft.TaxRate,
        };
        order.LineList.Add(line);
        var location = draft.Location is null ? _locations[0] : LocationOf(draft.Location);
        Assign(line, line.Quantity, location, line.RequiresShipping ? delivery : DeliveryMethodType.None);
        return line;
    }

    // To the open fulfilment order of the place, or a new one.
    private void Assign(OrderLine line, int quantity, Location location, DeliveryMethodType delivery)
    {
        var order = line.Order;
        var target = order.FulfillmentOrderList.Find(f => f.Status == FulfillmentOrderStatus.Open && f.Location == location && f.Delivery == delivery)
            ?? AddFulfillmentOrder(order, location, delivery);
        target.Items.Add(new FulfillmentOrderLine(NextId(), line, quantity));
        target.UpdatedAt = Now;
        Commit(line, location, quantity);
    }

    private FulfillmentOrder AddFulfillmentOrder(Order order, Location location, DeliveryMethodType delivery)
    {
        var added = new FulfillmentOrder(NextId(), order, location, delivery) { CreatedAt = Now, UpdatedAt = Now, FulfillAt = Now };
        order.FulfillmentOrderList.Add(added);
        _fulfillmentOrders.Add(added.Id, added);
        return added;
    }

    private Customer CustomerOf(CustomerDraft draft)
    {
        if (draft.Email is not null && _customersByEmail.TryGetValue(draft.Email, out var known)) return known;
        var customer = new Customer(NextId(), draft.FirstName, draft.LastName, draft.Email, draft.Phone, Now);
        _customers.Add(customer.Id, customer);
        if (draft.Email is not null) _customersByEmail.Add(draft.Email, customer);
        return customer;
    }

    private ProductVariant? VariantOf(OrderLineDraft draft)
    {
        if (draft.VariantId is { } id) return _variants.GetValueOrDefault(id) ?? throw new ArgumentException($"There is no variant {id}.", nameof(draft));
        return draft.Sku is { } sku && !draft.IsCustom ? FindVariant(sku) : null;
    }

    private Location LocationOf(string name) =>
        _locations.Find(l => l.Name == name) ?? throw new ArgumentException($"There is no location '{name}'.", nameof(name));
}
