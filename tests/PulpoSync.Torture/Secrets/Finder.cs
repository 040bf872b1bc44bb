using System.Text;

namespace PulpoSync.Torture.Secrets;

/// <summary>Finds texts in bytes, in every form in which they could lie there.</summary>
/// <param name="texts">What is looked for.</param>
internal sealed class Finder(IEnumerable<string> texts)
{
    /// <summary>The forms, for people.</summary>
    public const string Forms = "raw, URL, form, JSON, JSON within JSON, hex, base64 at three alignments; UTF-8 and UTF-16";

    private readonly (string Text, byte[] Pattern)[] _patterns =
    [
        .. from text in texts
           from form in Needles.OfSecret(text)
           from encoding in new[] { Encoding.UTF8, Encoding.Unicode }
           select (text, encoding.GetBytes(form)),
    ];

    /// <summary>Everything that is looked for, in each form: a search has to find each of them.</summary>
    public IEnumerable<byte[]> Patterns => _patterns.Select(pattern => pattern.Pattern);

    /// <summary>What is in there, each text once, with what stands around it.</summary>
    public IEnumerable<string> In(byte[] hay) => _patterns
        .Select(pattern => (pattern.Text, At: hay.AsSpan().IndexOf(pattern.Pattern)))
        .Where(hit => hit.At >= 0)
        .DistinctBy(hit => hit.Text)
        .Select(hit => $"\"{hit.Text}\" in \"…{Around(hay, hit.At)}…\"");

    /// <summary>Whether anything is in there.</summary>
    public bool IsIn(byte[] hay) => Array.Exists(_patterns, pattern => hay.AsSpan().IndexOf(pattern.Pattern) >= 0);

    private static string Around(byte[] hay, int at) =>
        Encoding.UTF8.GetString(hay[Math.Max(0, at - 120)..Math.Min(hay.Length, at + 120)]).ReplaceLineEndings(" ");
}
