using System.Globalization;

namespace PulpoSync.Torture.Store;

/// <summary>What was done to stores, what was said, and what it cost: the table for people.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, Dictionary<string, int>> _said = [];
    private readonly Dictionary<string, string> _lost = [];

    /// <summary>How many cases.</summary>
    public int Total => _said.Values.Sum(said => said.Values.Sum());

    /// <summary>How many cases of one kind.</summary>
    public int Of(string done) => _said.TryGetValue(done, out var said) ? said.Values.Sum() : 0;

    /// <summary>Adds a case.</summary>
    /// <param name="done">What was done to the store.</param>
    /// <param name="said">What PulpoSync said.</param>
    /// <param name="lost">What was lost.</param>
    public void Add(string done, string said, string lost)
    {
        if (!_said.TryGetValue(done, out var all)) _said[done] = all = [];
        all[said] = all.GetValueOrDefault(said) + 1;
        _lost[done] = lost;
    }

    /// <summary>Markdown.</summary>
    public string Table() => string.Join('\n',
    [
        "| done to the store | what PulpoSync says (cases) | lost |",
        "|---|---|---|",
        .. _said.Select(kind => $"| {kind.Key} | {string.Join("; ", kind.Value.OrderByDescending(said => said.Value).Select(said => string.Create(CultureInfo.InvariantCulture, $"{said.Key} ({said.Value})")))} | {_lost[kind.Key]} |"),
    ]);
}
