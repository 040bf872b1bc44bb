using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Pulpo;

/// <summary>Orders as the rules hand them on.</summary>
internal static class PulpoSamples
{
    public static Order Order(string number, params (string? Sku, int Quantity)[] lines) => new()
    {
        Key = $"gid://shopify/Order/9{number}",
        Number = number,
        Name = $"#{number}",
        CreatedAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
        Channel = "web",
        Note = "Bitte klingeln",
        Email = "ada@example.test",
        Phone = "+49301234",
        Customer = new Customer { Key = "gid://shopify/Customer/77", Name = "Ada Lovelace", Email = "ada@example.test" },
        ShipTo = new Address
        {
            Name = "Ada Lovelace", Company = "Engines GmbH", Line1 = "Müllerstraße 5", Line2 = "3. OG", Zip = "10115", City = "Berlin", State = "BE",
            CountryCode = "DE", Phone = "+49305678",
        },
        Lines = [.. lines.Select((line, i) => new OrderLine { Key = $"gid://shopify/LineItem/{number}{i}", Sku = line.Sku, Title = $"Thing {i}", Quantity = line.Quantity })],
        Delivery = new OrderDelivery { Number = number, LocationKey = "gid://shopify/Location/1", LocationName = "Berlin", Warehouse = "Berlin" },
    };

    public static Order Simple(string number) => Order(number, ("SKU-1", 2));

    public static RecordRef Ref(Order order, string account = PulpoFixture.Account, string part = "1/1") =>
        new(account, order.Key, part, order.Delivery!.Number);

    public static Write<Order> Create(Order order) => new(WriteOperation.Create, Ref(order), order);

    public static Order WithDelivery(Order order, Func<OrderDelivery, OrderDelivery> change) => order with { Delivery = change(order.Delivery!) };
}
