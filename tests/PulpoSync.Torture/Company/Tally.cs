using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Torture.Company;

/// <summary>What one scenario came to, over all its rounds.</summary>
/// <param name="name">What it is called.</param>
internal sealed class Tally(string name)
{
    private readonly List<string> _findings = [];

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>How often it was played.</summary>
    public int Rounds { get; set; }

    /// <summary>Processes that were started.</summary>
    public int Processes { get; private set; }

    /// <summary>Processes that were told who holds the route.</summary>
    public int Held { get; private set; }

    /// <summary>Leases taken from a holder that was dead or asleep.</summary>
    public int Takeovers { get; set; }

    /// <summary>Runs that were refused because their lease had passed on, and said so.</summary>
    public int Refused { get; set; }

    /// <summary>Runs that could not begin because a sleeper kept the store to itself, and said so.</summary>
    public int Kept { get; set; }

    /// <summary>Orders that were compared.</summary>
    public int Orders { get; set; }

    /// <summary>What is not as it has to be.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Demands something.</summary>
    /// <param name="holds">Whether it is so.</param>
    /// <param name="otherwise">What is wrong if not.</param>
    public void Demand(bool holds, string otherwise)
    {
        if (!holds) _findings.Add(string.Create(CultureInfo.InvariantCulture, $"{name}, round {Rounds}: {otherwise}"));
    }

    /// <summary>Counts a process that has ended, and looks whether it did what it said and said what it did.</summary>
    public void Hear(ChildProcess process)
    {
        Processes++;
        Demand(process.Errors.Length == 0 || process.Halted.IsCompleted, process.Errors.Trim());
        foreach (var skipped in Of(process, "runSkipped").Where(line => Text(line, "reason") == "Held"))
        {
            Held++;
            Demand(Text(skipped, "message").Contains("holds the route until", StringComparison.Ordinal), $"does not say who holds the route: {skipped}");
        }
    }

    /// <summary>The events of one name that a process wrote.</summary>
    public static IReadOnlyList<JsonElement> Of(ChildProcess process, string name) =>
        [.. process.Events.Where(line => line.TryGetProperty("event", out var text) && text.ValueEquals(name))];

    /// <summary>A text of an event.</summary>
    public static string Text(JsonElement line, string property) => line.GetProperty(property).ToString();

    /// <summary>All of it in a few words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{name}: {Rounds} rounds, {Processes} processes, {Held} held, {Takeovers} takeovers, {Refused} refused, {Kept} kept from the store, {Orders} orders");

    /// <summary>The same as a line of a Markdown table.</summary>
    public string Row() => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {Rounds} | {Processes} | {Held} | {Takeovers} | {Refused} | {Kept} | {Orders} | {Findings.Count} |");
}
