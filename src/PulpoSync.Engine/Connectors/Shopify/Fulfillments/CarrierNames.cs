namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>
/// Carriers as Shopify spells them: only these exact spellings make its tracking links. From the description of <c>FulfillmentTrackingInfo.company</c> in the
/// Admin API 2026-10. Any other name may be told too, it just makes no link of its own.
/// </summary>
internal static class CarrierNames
{
    private static readonly string[] Spellings =
    [
        "4PX", "AGS", "Amazon", "Amazon Logistics UK", "An Post", "APC", "Asendia USA", "Australia Post", "BPost", "BPost International", "Bring", "BRT",
        "Canada Post", "Canpar", "China Post", "Chronopost", "Colis Privé", "Colissimo", "Correios", "Correos", "CTT", "CTT Express", "Cyprus Post",
        "Deutsche Post", "Deutsche Post (DE)", "Deutsche Post (EN)", "DHL", "DHL eCommerce", "DHL eCommerce Asia", "DHL Express", "DHL Parcel", "DPD",
        "DPD Ireland", "DPD Local", "DPD UK", "DX", "Evri", "Fastway", "FedEx", "GLS", "GLS Italy", "Hermes", "Iceland Post", "Inpost", "Israel Post",
        "Japan Post (EN)", "La Poste Colissimo", "Lasership", "Latvia Post", "Mondial Relay", "New Zealand Post", "OnTrac", "Österreichische Post", "Packeta",
        "Parcelforce", "Pitney Bowes", "Portal PostNord", "Poste Italiane", "PostNL", "PostNord DK", "PostNord NO", "PostNord SE", "Purolator", "Royal Mail",
        "Sendle", "SEUR", "SF Express", "Singapore Post", "Speedy", "StarTrack", "Swiship", "Swiss Post", "TNT", "Tuffnells", "UPS", "USPS", "Venipak",
        "Whistl", "Yodel", "YunExpress", "Zásilkovna",
    ];

    // Words of carriers for themselves that are none of Shopify's spellings; which codes the other side uses is not documented (inferred).
    private static readonly (string Code, string Name)[] Others =
    [
        ("deutschepostag", "Deutsche Post"), ("postat", "Österreichische Post"), ("austrianpost", "Österreichische Post"),
        ("postch", "Swiss Post"), ("schweizerpost", "Swiss Post"), ("postnord", "Portal PostNord"), ("bartolini", "BRT"), ("federalexpress", "FedEx"),
        ("myhermes", "Hermes"), ("colisprive", "Colis Privé"), ("oesterreichischepost", "Österreichische Post"), ("zasilkovna", "Zásilkovna"),
    ];

    private static readonly Dictionary<string, string> ByCode = Others.Concat(Spellings.Select(name => (Code: Bare(name), Name: name)))
        .ToDictionary(pair => pair.Code, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>The spelling of a carrier by its code: the code as a whole, else its first word (<c>dhl_paket</c>); one that is not known stays as it is.</summary>
    public static string Of(string code)
    {
        if (ByCode.TryGetValue(Bare(code), out var whole)) return whole;
        var first = code.Split([' ', '_', '-', '.', '/', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        return first is not null && ByCode.TryGetValue(Bare(first), out var name) ? name : code;
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
