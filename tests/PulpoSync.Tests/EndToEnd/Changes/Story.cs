using System.Globalization;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>What happened to each order, in the words of those who did it: a failure tells the whole of it.</summary>
internal sealed class Story
{
    private readonly Dictionary<int, List<string>> _lines = [];

    public string Of(int order) => _lines.TryGetValue(order, out var lines) ? string.Join("; ", lines) : "nothing happened to it";

    public void Tell(int order, string what)
    {
        if (!_lines.TryGetValue(order, out var lines)) _lines[order] = lines = [];
        lines.Add(what);
    }

    public void TellAll(string what)
    {
        foreach (var lines in _lines.Values) lines.Add(what);
    }

    /// <summary>The shop's number of an order at the destination: what stands before the suffix of a split.</summary>
    public static int NumberOf(string destinationNumber) => int.Parse(destinationNumber.Split('_')[0], CultureInfo.InvariantCulture);
}
