using System.Globalization;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>
/// The states of an order: Billbee's numbers, and the words that settings and records use for them. English as the contract describes them, German as the
/// vendor's SDK and pages spell them.
/// </summary>
internal static class BillbeeState
{
    public const string Shipped = "SHIPPED";
    public const string Closed = "CLOSED";
    public const string Archived = "ARCHIVED";
    public const string Deleted = "DELETED";
    public const string Canceled = "CANCELED";
    public const string Paid = "PAID";
    public const string Packed = "PACKED";
    public const string Reclamation = "RECLAMATION";
    public const string Offered = "OFFERED";

    private static readonly (int Number, string Word, string German)[] All =
    [
        (1, "ORDERED", "Bestellt"), (2, "CONFIRMED", "Bestaetigt"), (3, Paid, "Zahlung_erhalten"), (4, Shipped, "Versendet"),
        (5, Reclamation, "Reklamation"), (6, Deleted, "Geloescht"), (7, Closed, "Abgeschlossen"), (8, Canceled, "Storniert"),
        (9, Archived, "Archiviert"), (10, "NOT_USED", "Rated"), (11, "DEMAND_NOTE_1", "Mahnung"), (12, "DEMAND_NOTE_2", "Mahnung2"),
        (13, Packed, "Gepackt"), (14, Offered, "Angeboten"), (15, "PAYMENT_REMINDER", "Zahlungserinnerung"), (16, "FULFILLING", "Im_Fulfillment"),
    ];

    /// <summary>The words to choose from.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(state => state.Word)];

    /// <summary>What people may type instead: the German word, also with umlauts, and the number.</summary>
    public static IReadOnlyDictionary<string, string> Aliases { get; } = All
        .SelectMany(state => new[] { state.German, state.German.Replace("ae", "ä", StringComparison.Ordinal).Replace("oe", "ö", StringComparison.Ordinal), Text(state.Number) }
            .Select(alias => (Alias: alias, state.Word)))
        .Append((Alias: "CANCELLED", Word: Canceled))
        .DistinctBy(pair => pair.Alias, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.Alias, pair => pair.Word, StringComparer.OrdinalIgnoreCase);

    /// <summary>The word of a number; a number that we do not know is its own word.</summary>
    public static string Word(int number) => Array.Find(All, state => state.Number == number).Word ?? Text(number);

    /// <summary>The number of a word; null where it is none of ours.</summary>
    public static int? Number(string word) => Array.Find(All, state => state.Word == word) is { Word: not null } found ? found.Number : null;

    /// <summary>True where an order asks the warehouse for nothing: shipped or put away, called off, complained about after it was shipped, or only offered so far.</summary>
    public static bool AsksForNothing(string? word) => word is Shipped or Closed or Archived or Canceled or Deleted or Reclamation or Offered;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
