using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds;

/// <summary>The tenant's goods, the settings of the big imports, and the comparison of the two worlds.</summary>
internal static class World
{
    public static PulpoSeed Tenant { get; } = new()
    {
        Warehouses = ["Berlin", "Hamburg"],
        Skus = [.. Enumerable.Range(1, 200).Select(ShopSeed.SkuOf), "GIFTCARD-25"],
        Customers = ["FALLBACK"],
    };

    public static (string Name, string Value)[] Settings(DateTimeOffset startFrom) => new Terms { StartFrom = startFrom }.Settings;

    /// <summary>Holds every order of the shop against the tenant and, where it is not there, against its reason.</summary>
    public static void AssertEqual(Rehearsal rehearsal, DateTimeOffset startFrom, string account = "shopify:acme.myshopify.com") =>
        AssertEqual(rehearsal, new Terms { StartFrom = startFrom, Account = account });

    /// <inheritdoc cref="AssertEqual(Rehearsal, DateTimeOffset, string)"/>
    /// <param name="rehearsal">Worlds.</param>
    /// <param name="terms">Settings.</param>
    /// <param name="shop">Shop; null: the first.</param>
    /// <param name="others">Orders of the tenant that are not the shop's.</param>
    public static void AssertEqual(Rehearsal rehearsal, Terms terms, ShopifyShop? shop = null, Func<PulpoOrder, bool>? others = null)
    {
        var there = rehearsal.Tenant.Orders.Where(order => order.State != "cancelled" && others?.Invoke(order) != true).ToDictionary(order => order.Number);
        var reasons = rehearsal.Runtime.GetRecords(new RecordQuery(Last: 100_000)).Where(record => record.DestinationId is null).ToLookup(record => record.SourceKey);
        var wrong = new List<string>();
        var expected = 0;
        foreach (var order in (shop ?? rehearsal.Shop).Orders)
        {
            var due = Expected.Of(order, terms);
            foreach (var one in due.Orders)
            {
                expected++;
                if (!there.TryGetValue(one.Number, out var found)) wrong.Add($"{one.Number} is missing: {string.Join("; ", reasons[order.Gid].Select(r => r.Reason + " " + r.Message))} [{string.Join(",", order.Traits)}]");
                else if (Differs(order, one, found) is { } difference) wrong.Add($"{one.Number}: {difference} [{string.Join(",", order.Traits)}]");
            }

            if (due.Reason is not null && !reasons[order.Gid].Any(record => record.Reason == due.Reason))
            {
                wrong.Add($"{order.Name} should have reason {due.Reason}, has {string.Join(", ", reasons[order.Gid].Select(r => r.Reason))} [{string.Join(",", order.Traits)}]");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(20))}");
        Assert.Equal(expected, there.Count);
    }

    /// <summary>In what a destination order differs from what is due; null: in nothing.</summary>
    public static string? Differs(Order order, ExpectedOrder due, PulpoOrder found)
    {
        var address = order.ShippingAddress!;
        var shipTo = found.ShipTo!.Value;
        var sent = shipTo.GetProperty("address");
        (string What, string? Due, string? Found)[] fields =
        [
            ("warehouse", due.Warehouse, found.Warehouse),
            ("lines", due.Lines, Expected.LinesText(found.Lines.Select(line => (line.Sku!, (int)line.Quantity)))),
            ("criterium", due.Criterium, found.Criterium),
            ("date", due.Date?.ToString("O", CultureInfo.InvariantCulture), Day(found.DeliveryDate)?.ToString("O", CultureInfo.InvariantCulture)),
            ("customer", due.Customer, found.Customer),
            ("city", address.City, sent.GetProperty("city").GetString()),
            ("zip", address.Zip, sent.GetProperty("zip").GetString()),
            ("country", address.CountryCode, sent.GetProperty("country_alpha2").GetString()),
            ("name", Shortened($"{address.FirstName} {address.LastName}".Trim()), Shortened(shipTo.GetProperty("name").GetString())),
            ("street", Shortened(address.Address1), Shortened(sent.GetProperty("street").GetString())),
        ];
        var differing = Array.Find(fields, field => field.Due != field.Found);
        return differing.What is null ? null : $"{differing.What} should be {differing.Due}, is {differing.Found}";
    }

    private static DateOnly? Day(DateTime? moment) => moment is { } time ? DateOnly.FromDateTime(time) : null;

    // PULPO takes 255 characters; what is longer is cut with a warning.
    private static string? Shortened(string? text) => text is { Length: > 200 } ? text[..200] : text;
}
