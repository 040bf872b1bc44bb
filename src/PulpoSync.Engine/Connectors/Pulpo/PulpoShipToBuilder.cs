using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Makes PULPO's address of ours. The house number stays in the street unless the source keeps it apart.</summary>
internal static class PulpoShipToBuilder
{
    public static PulpoShipTo Build(Order order, Address address, PulpoCountry? country)
    {
        var person = Text(address.Name) is { Length: > 0 } name ? name : $"{Text(address.FirstName)} {Text(address.LastName)}".Trim();
        return new PulpoShipTo
        {
            Name = First(person, address.Company, order.Customer?.Name, order.Name),
            CompanyName = Text(address.Company),
            PhoneNumber = First(address.Phone, order.Phone, order.Customer?.Phone),
            Address = new PulpoAddressDetail
            {
                Street = Text(address.Line1),
                Street2 = Text(address.Line2),
                HouseNr = Text(address.HouseNumber),
                Zip = Text(address.Zip),
                City = Text(address.City),
                State = Text(address.State),
                Country = First(country?.CountryName, address.CountryCode),
                CountryAlpha2 = Text(address.CountryCode).ToUpperInvariant(),
                CountryCode = Text(country?.CountryCode),
                Email = First(address.Email, order.Email, order.Customer?.Email),
            },
        };
    }

    private static string First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text)) return text.Trim();
        }

        return "";
    }

    private static string Text(string? text) => text?.Trim() ?? "";
}
