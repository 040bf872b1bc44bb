namespace PulpoSync.Sandbox.Billbee;

/// <summary>Billbee's fixed lists, with the numbers and names of its contract and its SDK.</summary>
internal static class BillbeeLists
{
    /// <summary>Carriers in the order of their numbers, from 0.</summary>
    public static IReadOnlyList<string> Carriers { get; } =
    [
        "other", "dhlExpress", "dhl", "hermes", "dpd", "ups", "gls", "dpag", "OePost", "fedex", "generalOvernight", "tnt", "liefery", "iloxx",
        "parcel_one", "cargo_international", "pin_mail", "usPostalService", "amazon_logistics",
    ];

    /// <summary>States of orders in the order of their numbers, from 1.</summary>
    public static IReadOnlyList<string> States { get; } =
    [
        "Bestellt", "Bestaetigt", "Zahlung_erhalten", "Versendet", "Reklamation", "Geloescht", "Abgeschlossen", "Storniert", "Archiviert", "Rated",
        "Mahnung", "Mahnung2", "Gepackt", "Angeboten", "Zahlungserinnerung", "Im_Fulfillment",
    ];

    /// <summary>Kinds of shipments in the order of their numbers, from 0.</summary>
    public static IReadOnlyList<string> ShipmentTypes { get; } = ["Shipment", "Retoure"];

    /// <summary>Some of the ways to pay.</summary>
    public static IReadOnlyDictionary<int, string> PaymentTypes { get; } = new SortedDictionary<int, string>
    {
        [1] = "Bankueberweisung", [2] = "Nachnahme", [3] = "PayPal", [4] = "Barzahlung", [6] = "Gutschein", [22] = "Andere", [23] = "Lastschrift",
        [25] = "KLARNA_Invoice", [26] = "Rechnung", [31] = "Kreditkarte", [59] = "Vorkasse", [61] = "Amazon_Marketplace", [63] = "Stripe",
    };
}
