namespace PulpoSync.Torture.Mutations;

/// <summary>What people, spreadsheets and scripts put into a field.</summary>
internal static class OddInputs
{
    public static IReadOnlyList<string?> All { get; } =
    [
        null, "", " ", "\t", "\n", "\r\n", "a\nb", "a\r\nb", "\u0000", "a\u0000b", "\ufeff", "\u00a0", "\u200b", "\u202eabc", "\u0007", "\ud83c", "\udf55x",
        "0", "-0", "-1", "1", "+1", "01", "1.5", "1,5", "1.000", "1 000", "1e3", "1e400", "0x10", "2147483647", "2147483648", "-2147483649", "99999999999999999999", "\uff11\uff12", "NaN", "Infinity", "½",
        "true", "false", "True", "TRUE", "yes", "ja", "on", "1=1", "=", "=a", "a=", "a=b", "a=b=c", "a=b\na=c", "a=b\nA=c", "Berlin=Berlin", "Main street=Berlin\nmain street=Hamburg", "==", "a;b", "a,b", "a|b",
        "2026-11-01", "01.11.2026", "11/01/2026", "2026-02-30", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-11-01T25:00:00Z", "yesterday", "20261101", "2026-11-01T08:00:00+99:00",
        "PAID", "paid", "PAID\nPAID", "PAID,PENDING", "Paid ", "UNKNOWN_WORD", "Berlin", "berlin", " Berlin ", "FALLBACK", "*", "?", "%", "_", "' OR 1=1 --", "\"; DROP TABLE integrations; --", "'", "\"", "\\", "`", "$(x)",
        "${x}", "{{x}}", "<b>", "../../etc/passwd", "C:\\x", "https://elsewhere.example.test", "@x", "#", "null", "NULL", "undefined", "[]", "{}", "[\"PAID\"]", OddTexts.Short, OddTexts.Number, new('x', 300), new('x', 70_000),
    ];

    /// <summary>One by chance.</summary>
    public static string? Any(Random random) => All[random.Next(All.Count)];
}
