using System.Text.RegularExpressions;

namespace PulpoSync.Engine.Storage;

/// <summary>What remains of a number without split, prefix and suffix: the form by which people look for it.</summary>
internal static partial class BareNumber
{
    /// <summary>
    /// The longest run of digits, the first of equal ones, after the ending of a split (<c>_2</c>) and what stands in brackets behind it are off:
    /// <c>1001</c> for <c>1001</c>, <c>1001_2</c>, <c>#1001-A</c>, <c>SHOP2-1001</c> and <c>1001_2 (RE-000123)</c>. A number without digits stands for
    /// itself, in upper case.
    /// </summary>
    public static string Of(string number)
    {
        var whole = Split().Replace(Behind().Replace(number.Trim(), ""), "");
        var longest = "";
        foreach (Match run in Digits().Matches(whole))
        {
            if (run.Length > longest.Length) longest = run.Value;
        }

        return longest.Length > 0 ? longest : whole.ToUpperInvariant();
    }

    /// <summary>The last segment of a key: <c>5123</c> for <c>gid://shopify/Order/5123</c>.</summary>
    public static string OfKey(string sourceKey) => sourceKey[(sourceKey.LastIndexOf('/') + 1)..];

    [GeneratedRegex(@"(?<=[0-9])_[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Split();

    // A document that belongs to an order carries the order's number, and its own behind it.
    [GeneratedRegex(@"(?<=.) \([^()]*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
