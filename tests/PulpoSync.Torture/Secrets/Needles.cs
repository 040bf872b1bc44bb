using System.Text;
using System.Text.Json;

namespace PulpoSync.Torture.Secrets;

/// <summary>What must be found nowhere, in every form in which it could lie there.</summary>
internal static class Needles
{
    /// <summary>A secret as it is, and as HTTP, JSON and dumps write it.</summary>
    public static IEnumerable<string> OfSecret(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        string[] forms =
        [
            secret,
            Uri.EscapeDataString(secret),
            Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal),
            JsonEncodedText.Encode(secret).ToString(),
            Convert.ToHexString(bytes),
            Convert.ToHexStringLower(bytes),
            .. Enumerable.Range(0, 3).Select(before => Base64(bytes, before)),
        ];
        return forms.Distinct(StringComparer.Ordinal);
    }

    /// <summary>The needles that are in a text.</summary>
    public static List<string> In(string hay, IEnumerable<string> needles) => [.. needles.Where(needle => hay.Contains(needle, StringComparison.Ordinal))];

    /// <summary>The needles that are in bytes, as UTF-8 or UTF-16.</summary>
    public static List<string> In(byte[] hay, IEnumerable<string> needles)
    {
        var text = Encoding.Latin1.GetString(hay);
        return [.. needles.Where(needle => new[] { Encoding.UTF8, Encoding.Unicode }.Any(form => text.Contains(Encoding.Latin1.GetString(form.GetBytes(needle)), StringComparison.Ordinal)))];
    }

    // A secret in the middle of something longer falls into one of three alignments; its first and last sixth of a byte mix with its neighbours.
    private static string Base64(byte[] secret, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. secret]);
        return text[((before * 8 + 5) / 6)..((before + secret.Length) * 8 / 6)];
    }
}
