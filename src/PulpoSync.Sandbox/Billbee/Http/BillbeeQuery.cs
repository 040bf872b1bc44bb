using System.Globalization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>The parameters of a request. Case does not count; unknown ones are passed over; an empty one is none.</summary>
internal sealed class BillbeeQuery(IQueryCollection query, BillbeeOptions options)
{
    public string? Text(string name) => query[name].LastOrDefault(v => !string.IsNullOrEmpty(v));

    /// <exception cref="BillbeeRequestException">It is no number.</exception>
    public long? Integer(string name) => Text(name) is { } text ? Number(text) : null;

    /// <exception cref="BillbeeRequestException">It is neither true nor false.</exception>
    public bool Flag(string name) => Text(name) is { } text && (bool.TryParse(text, out var flag) ? flag : throw Invalid());

    /// <summary>A time as UTC.</summary>
    /// <exception cref="BillbeeRequestException">It is no time.</exception>
    public DateTime? Time(string name) => Text(name) is { } text ? BillbeeTime.Parse(text, options) ?? throw Invalid() : null;

    /// <exception cref="BillbeeRequestException">One of them is no number.</exception>
    public IReadOnlySet<long> Integers(string name) => Texts(name).Select(Number).ToHashSet();

    /// <summary>A list in either style: <c>tag=a&amp;tag=b</c> as the contract says, <c>tag[0]=a&amp;tag[1]=b</c> as Billbee's own SDK sends it.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. query.Where(p => IsOf(name, p.Key)).SelectMany(p => p.Value).OfType<string>().Where(v => v.Length > 0)];

    private static bool IsOf(string name, string key) =>
        key.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (key.StartsWith(name + "[", StringComparison.OrdinalIgnoreCase) && key.EndsWith(']') && key[(name.Length + 1)..^1].All(char.IsAsciiDigit));

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid();

    private static BillbeeRequestException Invalid() => new("The request is invalid.");
}
