using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PulpoSync.Torture.Secrets;

/// <summary>What must be found nowhere, in every form in which it could lie there.</summary>
internal static class Needles
{
    private static readonly JavaScriptEncoder[] Json = [JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping];

    /// <summary>A secret as it is, and as HTTP, JSON and dumps write it.</summary>
    public static IEnumerable<string> OfSecret(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        string[] forms =
        [
            secret,
            Uri.EscapeDataString(secret),
            Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal),
            .. Json.SelectMany(encoder => new[] { JsonEncodedText.Encode(secret, encoder).ToString(), Twice(secret, encoder) }),
            Convert.ToHexString(bytes),
            Convert.ToHexStringLower(bytes),
            .. Enumerable.Range(0, 3).Select(before => Base64(bytes, before)),
        ];
        return forms.Distinct(StringComparer.Ordinal);
    }

    // A document that is a text of another.
    private static string Twice(string secret, JavaScriptEncoder encoder) => JsonEncodedText.Encode(JsonEncodedText.Encode(secret, encoder).ToString(), encoder).ToString();

    // A secret in the middle of something longer falls into one of three alignments; its first and last sixth of a byte mix with its neighbours.
    private static string Base64(byte[] secret, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. secret]);
        return text[((before * 8 + 5) / 6)..((before + secret.Length) * 8 / 6)];
    }
}
