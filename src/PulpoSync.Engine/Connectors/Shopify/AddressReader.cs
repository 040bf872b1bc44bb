using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Reads postal addresses.</summary>
internal static class AddressReader
{
    // What Shopify protects; city, province, country and company are always shown.
    private static readonly string[] Protected = ["name", "firstName", "lastName", "address1", "address2", "zip", "phone"];

    public static Address? Read(JsonElement? address) => address is not { } a ? null : new Address
    {
        Name = a.Text("name"),
        FirstName = a.Text("firstName"),
        LastName = a.Text("lastName"),
        Company = a.Text("company"),
        Line1 = a.Text("address1"),
        Line2 = a.Text("address2"),
        Zip = a.Text("zip"),
        City = a.Text("city"),
        State = a.Text("province") ?? a.Text("provinceCode"),
        CountryCode = a.Text("countryCodeV2"),
        Phone = a.Text("phone"),
    };

    /// <summary>True for an address of which Shopify shows the open parts alone, without saying that it withholds the others.</summary>
    public static bool IsWithheld(JsonElement? address) => address is { } a && Array.TrueForAll(Protected, field => a.Get(field) is null);
}
