using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>What one location has to ship of an order, by line.</summary>
internal sealed class LocationNeed(string key, string name)
{
    public string Key { get; } = key;
    public string Name { get; } = name;
    /// <summary>Warehouse that ships for it; null: none.</summary>
    public string? Warehouse { get; private set; }
    /// <summary>Pieces to ship now.</summary>
    public Dictionary<string, int> Open { get; } = [];
    /// <summary>Pieces on hold or scheduled.</summary>
    public Dictionary<string, int> Waiting { get; } = [];
    /// <summary>Pieces that a rule leaves out; they count for a delivery that is already at the destination.</summary>
    public Dictionary<string, int> LeftOut { get; } = [];
    /// <summary>Why (some of) it waits.</summary>
    public RuleResult? WaitResult { get; private set; }
    /// <summary>Why (some of) it is left out.</summary>
    public RuleResult? SkipResult { get; private set; }

    /// <summary>Reads the needs of an order, ordered by location name, so that numbers come out the same each time.</summary>
    public static IReadOnlyList<LocationNeed> Read(OrderDraft draft, SalesOrderSettings settings, ICollection<(string Rule, RuleResult Result)> trace)
    {
        var lines = draft.Order.Lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var needs = new Dictionary<string, LocationNeed>(StringComparer.Ordinal);
        foreach (var fulfillment in draft.Order.FulfillmentOrders) Need(needs, fulfillment).Add(fulfillment, settings, lines, trace);

        return [.. needs.Values.OrderBy(need => need.Name, StringComparer.Ordinal).ThenBy(need => need.Key, StringComparer.Ordinal)];
    }

    /// <summary>Everything that is to be shipped from here, by line, also what waits or is left out.</summary>
    public Dictionary<string, int> Everything()
    {
        var all = new Dictionary<string, int>(Open, StringComparer.Ordinal);
        all.Add(Waiting);
        all.Add(LeftOut);
        return all;
    }

    /// <summary>
    /// What a delivery that is queued here should hold: what is open, and what it holds already as far as that is still to be shipped from here. So a hold
    /// after the import changes nothing, and what waits or is left out is not added.
    /// </summary>
    /// <param name="held">What it holds.</param>
    /// <param name="picked">What others of this location hold.</param>
    public Dictionary<string, int> WantedOf(IReadOnlyDictionary<string, int> held, IReadOnlyDictionary<string, int> picked)
    {
        var wanted = held.AtMost(Everything().Less(picked));
        foreach (var (line, pieces) in Open.Less(picked)) wanted[line] = Math.Max(pieces, wanted.GetValueOrDefault(line));
        return wanted;
    }

    private static LocationNeed Need(Dictionary<string, LocationNeed> needs, FulfillmentOrder fulfillment)
    {
        var key = fulfillment.LocationKey ?? "";
        return needs.TryGetValue(key, out var need) ? need : needs[key] = new LocationNeed(key, fulfillment.LocationName ?? key);
    }

    private void Add(
        FulfillmentOrder fulfillment, SalesOrderSettings settings, HashSet<string> lines, ICollection<(string Rule, RuleResult Result)> trace)
    {
        var remaining = fulfillment.Remaining.Where(line => line.Quantity > 0 && lines.Contains(line.LineKey)).ToList();
        if (remaining.Count == 0 || fulfillment.State is FulfillmentState.Closed) return;
        var state = FulfillmentStateRule.Apply(fulfillment);
        var pickup = PickupRule.Apply(fulfillment, settings);
        var (place, warehouse) = WarehouseRule.Apply(fulfillment.LocationKey, fulfillment.LocationName, settings);
        trace.Add(("FulfillmentOrder", state));
        trace.Add(("IncludePickup", pickup));
        trace.Add(("Warehouse", place));
        Warehouse ??= warehouse;
        var skip = Array.Find([pickup, place, state], result => result.Verdict is Verdict.Skip);
        var waits = skip is null && state.Verdict is Verdict.Wait;
        SkipResult ??= skip;
        if (waits) WaitResult = state;
        var pile = skip is not null ? LeftOut : waits ? Waiting : Open;
        foreach (var line in remaining) Plus(pile, line);
    }

    private static void Plus(Dictionary<string, int> pieces, LineQuantity line) =>
        pieces[line.LineKey] = pieces.GetValueOrDefault(line.LineKey) + line.Quantity;
}
