namespace PulpoSync.Torture.Mutations;

/// <summary>Texts that have to come through as they are.</summary>
internal static class OddTexts
{
    /// <summary>Letters beyond ASCII, signs of several code units, both directions of writing, and what means something to one format or another.</summary>
    public const string Short =
        "Größe Ł é \U0001F355 \U0001F469\u200D\U0001F469\u200D\U0001F467 \U0001F1E9\U0001F1EA שלום مرحبا \"'„“` \\ <b>&amp; {{x}} ${y} %20 a=b; 1,5";

    /// <summary>What an article number or a number of a parcel may look like at worst.</summary>
    public const string Number = "Größe-Ü/Ł 4711 \U0001F355 \"x\" 'y' a:b*";

    /// <summary>Several lines, and longer than any buffer of a page is.</summary>
    public static readonly string Long = $"{Short}\nzweite Zeile\n{string.Concat(Enumerable.Repeat("sehr lang \U0001F355 ", 300))}Ende";

    /// <summary>What nobody's records are called.</summary>
    public static readonly string[] Unknown = ["NO-SUCH-NUMBER-1", "999999999", "' OR 1=1 --", "*", "a:b \"c\"", "\U0001F355", "  ", ""];
}
