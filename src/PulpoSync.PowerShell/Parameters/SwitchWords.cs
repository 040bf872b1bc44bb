namespace PulpoSync.PowerShell.Parameters;

/// <summary>Words for on and off in tables that people keep.</summary>
internal static class SwitchWords
{
    private static readonly string[] On = ["true", "yes", "ja", "on", "x", "1"];
    private static readonly string[] Off = ["", "false", "no", "nein", "off", "0"];

    /// <summary>On, off, or null for a word that says neither.</summary>
    public static bool? Parse(string text)
    {
        var word = text.Trim();
        if (On.Contains(word, StringComparer.OrdinalIgnoreCase)) return true;
        return Off.Contains(word, StringComparer.OrdinalIgnoreCase) ? false : null;
    }
}
