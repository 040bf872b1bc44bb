using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulpoSync.Engine.Secrets;

/// <summary>
/// Stands at the single way out: replaces the secrets that this process knows, in the forms in which they travel, and whatever looks like a token.
/// Thread-safe; one pass over the text where there is nothing to replace.
/// </summary>
public sealed partial class Redactor
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mask = "***";

    // Shorter texts would blank ordinary words; four characters are also the key under which a secret is found.
    private const int KeyLength = 4;

    private readonly object _gate = new();
    private volatile Dictionary<ulong, string[]> _forms = [];

    /// <summary>Makes a secret known, when it is resolved.</summary>
    /// <param name="secret">The secret; shorter than four characters it is left alone.</param>
    /// <param name="user">The user it belongs to, where both travel together (HTTP Basic).</param>
    public void Register(string? secret, string? user = null)
    {
        if (secret is null || secret.Length < KeyLength) return;
        string[] forms =
        [
            secret,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
            Uri.EscapeDataString(secret),
            Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal),
            JsonEncodedText.Encode(secret).ToString(),
            .. user is null ? Array.Empty<string>() : [Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}")).TrimEnd('=')],
        ];
        lock (_gate)
        {
            var all = new Dictionary<ulong, string[]>(_forms);
            foreach (var form in forms)
            {
                var known = all.GetValueOrDefault(Key(form), []);
                // The longest first: a secret may be the beginning of another.
                if (!known.Contains(form)) all[Key(form)] = [.. known.Append(form).OrderByDescending(text => text.Length)];
            }

            _forms = all;
        }
    }

    /// <summary>The text without secrets; the same instance where there is nothing to replace.</summary>
    public string Clean(string text) => Tokens().Replace(WithoutKnown(text), Mask);

    private string WithoutKnown(string text)
    {
        var forms = _forms;
        if (forms.Count == 0 || text.Length < KeyLength) return text;
        StringBuilder? clean = null;
        var copied = 0;
        for (var at = 0; at <= text.Length - KeyLength; at++)
        {
            var rest = text.AsSpan(at);
            if (!forms.TryGetValue(Key(rest), out var candidates)) continue;
            foreach (var form in candidates)
            {
                if (!rest.StartsWith(form, StringComparison.Ordinal)) continue;
                clean = (clean ?? new StringBuilder(text.Length)).Append(text, copied, at - copied).Append(Mask);
                copied = at + form.Length;
                at = copied - 1;
                break;
            }
        }

        return clean is null ? text : clean.Append(text, copied, text.Length - copied).ToString();
    }

    private static ulong Key(ReadOnlySpan<char> text) => text[0] | ((ulong)text[1] << 16) | ((ulong)text[2] << 32) | ((ulong)text[3] << 48);

    // Shopify's tokens and secrets, Authorization headers, JSON web tokens.
    [GeneratedRegex(
        @"\bshp[a-z]{2,3}_[A-Za-z0-9_]{8,}|(?<=\b[Bb]earer\s)[A-Za-z0-9._~+/=-]{8,}|(?<=\b[Bb]asic\s)[A-Za-z0-9+/=]{8,}|\beyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
