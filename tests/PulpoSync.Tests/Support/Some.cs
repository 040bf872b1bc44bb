using System.Security.Cryptography;
using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Tests.Support;

/// <summary>Orders, settings and rows for tests: complete and ordinary, to be changed by <c>with</c> where a test tells its story.</summary>
internal static class Some
{
    public static DateTimeOffset Morning { get; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static IKeyedHash Hash { get; } = new PlainHash();

    public static OrderLine Line(string key = "L1", int quantity = 2, string? sku = "MUG-1", bool ships = true) =>
        new() { Key = key, Sku = sku, Title = $"Title {key}", Quantity = quantity, RequiresShipping = ships };

    public static FulfillmentOrder Fulfillment(
        string location = "Berlin", FulfillmentState state = FulfillmentState.Open, params (string Line, int Pieces)[] lines) => new()
    {
        Key = $"fo-{location}-{state}",
        State = state,
        LocationKey = $"loc-{location}",
        LocationName = location,
        Remaining = [.. (lines.Length == 0 ? [("L1", 2)] : lines).Select(line => new LineQuantity(line.Line, line.Pieces))],
    };

    public static Order Order() => new()
    {
        Key = "order-1",
        Number = "1001",
        Name = "#1001-A",
        CreatedAt = Morning,
        UpdatedAt = Morning,
        FinancialStatus = "PAID",
        FulfillmentStatus = "UNFULFILLED",
        Customer = new Customer { Key = "customer-7", Name = "Ada Example" },
        ShipTo = new Address { Name = "Ada Example", Line1 = "Musterweg 5", Zip = "10115", City = "Berlin", CountryCode = "DE" },
        Lines = [Line()],
        FulfillmentOrders = [Fulfillment()],
    };

    public static Product Product() => new()
    {
        Key = "gid://shopify/ProductVariant/1", ProductKey = "gid://shopify/Product/1", UpdatedAt = Morning, Sku = "MUG-1", Title = "Mug", Description = "Blue",
        Barcodes = ["4006381333931"], Price = 11.9m, Cost = 4.2m, Weight = 0.35m, Tags = ["kitchen", "Lots"], Status = "ACTIVE", HsCode = "691110", OriginCountry = "DE",
    };

    public static SalesOrderSettings Settings() => new()
    {
        FinancialStatus = new HashSet<string> { "PAID" },
        FulfillmentStatus = new HashSet<string> { "UNFULFILLED", "PARTIALLY_FULFILLED" },
        CancelStatus = new HashSet<string> { "CANCELLED", "VOIDED", "REFUNDED" },
        DeliveryDateTags = ["Lieferung", "Delivery"],
        StartFrom = Morning.AddDays(-1),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Warehouses = [new Place("1", "Berlin"), new Place("2", "Hamburg")],
    };

    private sealed class PlainHash : IKeyedHash
    {
        public string Of(ReadOnlySpan<byte> content) => Convert.ToHexString(SHA256.HashData(content));
    }
}
