using PulpoSync.Engine.Connectors.Pulpo.Wire;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Cuts the free texts of an order, never its keys. Only after PULPO has found one too long: what it takes is not known beforehand.</summary>
internal static class PulpoText
{
    /// <summary>The body with every free text cut to the length that surely fits, and the names of those that were cut.</summary>
    public static (PulpoOrderBody Body, IReadOnlyList<string> Cut) Shorten(PulpoOrderBody body)
    {
        var cut = new List<string>();
        var to = body.ShipTo;
        var address = to.Address;
        var shortened = body with
        {
            ExternalOrderNum = Cut(body.ExternalOrderNum, "external_order_num")!,
            Criterium = Cut(body.Criterium, "criterium"),
            Channel = Cut(body.Channel, "channel"),
            Notes = Cut(body.Notes, "notes"),
            ShipTo = to with
            {
                Name = Cut(to.Name, "name")!,
                CompanyName = Cut(to.CompanyName, "company_name")!,
                PhoneNumber = Cut(to.PhoneNumber, "phone_number")!,
                Address = address with
                {
                    Street = Cut(address.Street, "street")!,
                    Street2 = Cut(address.Street2, "street2")!,
                    HouseNr = Cut(address.HouseNr, "house_nr")!,
                    Zip = Cut(address.Zip, "zip")!,
                    City = Cut(address.City, "city")!,
                    State = Cut(address.State, "state")!,
                    Email = Cut(address.Email, "email")!,
                },
            },
        };
        return (shortened, cut);

        string? Cut(string? text, string field)
        {
            if (text is null || text.Length <= PulpoAssumptions.SafeTextLength) return text;
            cut.Add(field);
            return Whole(text, PulpoAssumptions.SafeTextLength);
        }
    }

    /// <summary>The beginning of a text. A character beyond the basic plane is two units; half of one is no text.</summary>
    public static string Whole(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
