using System.Text;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Made-up people and their addresses.</summary>
internal static class People
{
    private static readonly string[] FirstNames =
    [
        "Anna", "Björn", "Chloé", "Dörte", "Emil", "Françoise", "Günther", "Hélène", "Ines", "Jürgen", "Käthe", "Łukasz", "Maria", "Noël", "Özlem", "Paul",
        "Quirin", "Renée", "Søren", "Thea", "Ulla", "Vít", "Willy", "Xaver", "Yağmur", "Zoë", "Ana María", "🐙 Otto",
    ];

    private static readonly string[] LastNames =
    [
        "Müller", "Schröder", "Weiß", "O'Brien", "García-López", "Nowák", "Jäger", "d'Alembert", "van den Berg", "Kowalski", "Öztürk", "Grün", "Hübner", "Łęcki",
        "Strauß", "Bäcker", "Nielsen", "Rossi", "Fuchs", "Zeller",
    ];

    private static readonly (string Country, string Code, string City, string Zip, string? Province, string? ProvinceCode)[] Towns =
    [
        ("Germany", "DE", "Köln", "50667", null, null), ("Germany", "DE", "Berlin", "10115", null, null), ("Germany", "DE", "München", "80331", null, null),
        ("Germany", "DE", "Görlitz", "02826", null, null), ("Germany", "DE", "Hamburg", "20095", null, null), ("Austria", "AT", "Wien", "1010", null, null),
        ("Switzerland", "CH", "Zürich", "8001", null, null), ("France", "FR", "Saint-Étienne", "42000", null, null),
        ("Netherlands", "NL", "'s-Hertogenbosch", "5211 AB", null, null), ("Italy", "IT", "Bolzano", "39100", "Bolzano", "BZ"),
        ("Ireland", "IE", "Dublin", "D02 X285", "Dublin", "D"), ("United States", "US", "New York", "10001", "New York", "NY"),
    ];

    private static readonly string[] Streets = ["Hauptstraße", "Am Börn", "Allée des Érables", "Ringweg", "Große Gasse", "Calle Ñandú", "Mühlenweg"];

    /// <summary>The customer of a number: always the same.</summary>
    public static CustomerDraft Customer(int number)
    {
        var (first, last) = NameOf(number);
        return new CustomerDraft(first, last, $"{Mail(first)}.{Mail(last)}.{number}@example.com", PhoneOf(number));
    }

    /// <summary>The address of the customer of a number.</summary>
    public static Address AddressOf(int number)
    {
        var (first, last) = NameOf(number);
        var town = Towns[number % 7 == 0 ? number / 7 % Towns.Length : number % 5];
        return new Address
        {
            FirstName = first,
            LastName = last,
            Company = number % 9 == 0 ? $"{last} & Söhne GmbH" : null,
            Address1 = $"{Streets[number % Streets.Length]} {1 + (number % 120)}",
            Address2 = number % 11 == 0 ? "Hinterhaus, 3. OG" : null,
            Zip = town.Zip,
            City = town.City,
            Province = town.Province,
            ProvinceCode = town.ProvinceCode,
            Country = town.Country,
            CountryCode = town.Code,
            Phone = PhoneOf(number),
        };
    }

    private static (string First, string Last) NameOf(int number) =>
        (FirstNames[number % FirstNames.Length], LastNames[number / FirstNames.Length % LastNames.Length]);

    private static string? PhoneOf(int number) => number % 4 == 0 ? $"+49 30 {number:D7}" : null;

    private static string Mail(string name) =>
        new([.. name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(char.IsAsciiLetter)]);
}
