using System.Globalization;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Setup;

/// <summary>Reads what a user typed for a setting into the stored form, or says what to type instead.</summary>
internal static class SettingParser
{
    public static string Parse(SettingSpec spec, string text, TimeZoneInfo zone) => spec.Kind switch
    {
        SettingKind.Text => text.Trim(),
        SettingKind.TextList => string.Join('\n', Lines(text)),
        SettingKind.Choice => Word(spec, text.Trim()),
        SettingKind.ChoiceList => string.Join('\n', Lines(text).Select(word => Word(spec, word)).Distinct(StringComparer.Ordinal)),
        SettingKind.Switch => Switch(spec, text.Trim()),
        SettingKind.Number => Number(spec, text.Trim()),
        SettingKind.Moment => Moment(spec, text.Trim(), zone),
        SettingKind.Map => Map(spec, text),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Kind, null),
    };

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Word(SettingSpec spec, string word) =>
        spec.Choices.FirstOrDefault(choice => Same(choice, word))
        // People write the states as they read them in the shop: "Partially fulfilled", "partially-fulfilled".
        ?? spec.Choices.FirstOrDefault(choice => Same(Joined(choice), Joined(word)))
        ?? spec.Aliases.FirstOrDefault(alias => Same(Joined(alias.Key), Joined(word))).Value
        ?? throw Invalid(spec, word, $"one of {string.Join(", ", spec.Choices)}");

    private static string Switch(SettingSpec spec, string text) =>
        Same(text, "true") || Same(text, "on") || Same(text, "yes") || text == "1" ? "true"
        : Same(text, "false") || Same(text, "off") || Same(text, "no") || text == "0" ? "false"
        : throw Invalid(spec, text, "true or false");

    private static string Number(SettingSpec spec, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= spec.Minimum && number <= spec.Maximum
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw Invalid(spec, text, $"a whole number from {spec.Minimum} to {spec.Maximum}");

    private static string Moment(SettingSpec spec, string text, TimeZoneInfo zone)
    {
        var moment = MomentText.Parse(text, zone) ?? throw Invalid(spec, text, "a date such as 2026-11-01 or a moment such as 2026-11-01T08:00:00Z");
        return moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
    }

    private static string Map(SettingSpec spec, string text)
    {
        var lines = Lines(text);
        var broken = Array.Find(lines, line => line.LastIndexOf('=') is var at && (at <= 0 || line[(at + 1)..].Trim().Length == 0));
        return broken is null ? string.Join('\n', lines) : throw Invalid(spec, broken, $"pairs of the form {spec.Pair}");
    }

    private static PulpoSyncException Invalid(SettingSpec spec, string text, string wanted) =>
        new(ErrorIds.SettingInvalid, $"{spec.Name} cannot be \"{text}\". Type {wanted}.", spec.Name);

    private static string Joined(string word) => word.Replace(' ', '_').Replace('-', '_');

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
