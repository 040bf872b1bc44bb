namespace PulpoSync.Engine.Connectors.Billbee.Shipments;

/// <summary>Billbee's carriers: names and numbers of the contract's list.</summary>
internal static class BillbeeCarriers
{
    private static readonly string[] Names =
    [
        "other", "dhlExpress", "dhl", "hermes", "dpd", "ups", "gls", "dpag", "OePost", "fedex", "generalOvernight", "tnt", "liefery", "iloxx", "parcel_one",
        "cargo_international", "pin_mail", "usPostalService", "amazon_logistics",
    ];

    // Words of carriers for themselves that are none of Billbee's names; which codes the other side uses is not documented (inferred).
    private static readonly (string Code, string Name)[] Others =
    [
        ("deutschepost", "dpag"), ("deutschepostag", "dpag"), ("postat", "OePost"), ("austrianpost", "OePost"), ("oesterreichischepost", "OePost"),
        ("österreichischepost", "OePost"), ("federalexpress", "fedex"), ("go", "generalOvernight"), ("goexpress", "generalOvernight"), ("myhermes", "hermes"),
        ("pin", "pin_mail"), ("usps", "usPostalService"), ("amazon", "amazon_logistics"),
    ];

    private static readonly Dictionary<string, int> ByCode = Others.Concat(Names.Select(name => (Code: Bare(name), Name: name)))
        .ToDictionary(pair => pair.Code, pair => Array.IndexOf(Names, pair.Name), StringComparer.Ordinal);

    /// <summary>The names, for messages.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>
    /// The number of a carrier by its name or code: as a whole, else its first words, as many as mean one (<c>dhl_express_worldwide</c>, <c>dhl_paket</c>);
    /// null where none is meant.
    /// </summary>
    public static int? NumberOf(string code)
    {
        var words = code.Split([' ', '_', '-', '.', '/', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var count = words.Length; count > 0; count--)
        {
            if (ByCode.TryGetValue(Bare(string.Concat(words.Take(count))), out var number)) return number;
        }

        return null;
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
