using System.Text.Json;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds;

/// <summary>Who gets a delivery, and where, as each side has it.</summary>
internal sealed record Recipient(string? Name, string? Street, string? HouseNumber, string? Zip, string? City, string? Country)
{
    public static Recipient Of(Address address) =>
        new($"{address.FirstName} {address.LastName}", address.Address1, null, address.Zip, address.City, address.CountryCode);

    public static Recipient Of(BillbeeAddress address) =>
        new($"{address.FirstName} {address.LastName}", address.Street, address.HouseNumber, address.Zip, address.City, address.CountryISO2);

    public static Recipient Of(PulpoOrder order)
    {
        if (order.ShipTo is not { } shipTo) return new Recipient(null, null, null, null, null, null);
        var address = shipTo.GetProperty("address");
        return new Recipient(Text(shipTo, "name"), Text(address, "street"), Text(address, "house_nr"), Text(address, "zip"), Text(address, "city"), Text(address, "country_alpha2"));
    }

    // No house number and an empty one are the same.
    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
