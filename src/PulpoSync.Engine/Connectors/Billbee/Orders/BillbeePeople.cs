using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Orders;

/// <summary>Reads who ordered and where it goes.</summary>
internal static class BillbeePeople
{
    /// <summary>
    /// Who ordered: Billbee's customer, else the customer number. One who is known by name alone is a guest, known by the order. Null where there is nobody.
    /// </summary>
    public static Customer? Customer(JsonElement order, string orderKey)
    {
        var customer = order.Get("Customer") ?? default;
        var name = First(customer.Text("Name"), Person(order.Get("Buyer")), Person(order.Get("InvoiceAddress")), Person(order.Get("ShippingAddress")));
        var key = customer.Number("Id") is > 0 ? customer.Text("Id")
            : First(order.Text("CustomerNumber"), customer.Number("Number") is > 0 ? customer.Text("Number") : null) is { } number ? $"number:{number}"
            : name is null ? null : $"order:{orderKey}";
        return key is null ? null : new Customer { Key = key, Name = name, Email = Email(order), Phone = Phone(order) };
    }

    /// <summary>E-mail of the order.</summary>
    public static string? Email(JsonElement order) => First(order.Get("Customer")?.Text("Email"), order.Get("Buyer")?.Text("Email"), order.Get("InvoiceAddress")?.Text("Email"));

    /// <summary>Phone of the order.</summary>
    public static string? Phone(JsonElement order) => First(order.Get("Customer")?.Text("Tel1"), order.Get("Customer")?.Text("Tel2"), order.Get("InvoiceAddress")?.Text("Phone"));

    /// <summary>An address; null where there is none, or one that says nothing. Whether the bill's address stands in for a missing one is not told, so it does not.</summary>
    public static Address? Address(JsonElement? address)
    {
        if (address is not { } a || First(a.Text("Street"), a.Text("Zip"), a.Text("City"), a.Text("Line2")) is null) return null;
        return new Address
        {
            FirstName = First(a.Text("FirstName")),
            LastName = First(a.Text("LastName")),
            Company = First(a.Text("Company")),
            Line1 = First(a.Text("Street")),
            HouseNumber = First(a.Text("HouseNumber")),
            Line2 = Joined(", ", a.Text("NameAddition"), a.Text("Line2")),
            Zip = First(a.Text("Zip")),
            City = First(a.Text("City")),
            State = First(a.Text("State")),
            CountryCode = First(a.Text("CountryISO2"), a.Text("Country") is { Length: 2 } code ? code : null),
            Phone = First(a.Text("Phone")),
            Email = First(a.Text("Email")),
        };
    }

    private static string? Person(JsonElement? person) =>
        person is { } p ? First(Joined(" ", p.Text("FirstName"), p.Text("LastName")), p.Text("Company"), p.Text("Nick")) : null;

    private static string? Joined(string separator, params string?[] parts) =>
        First(string.Join(separator, parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim())));

    private static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text)) return text.Trim();
        }

        return null;
    }
}
