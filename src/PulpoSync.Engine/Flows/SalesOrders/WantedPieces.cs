using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// What the queued delivery of each location should hold, or a new one where there is none. Pieces that were picked at one location and then moved to others
/// in the shop count as picked there: first where the others want more than they hold, so that the answer is the same again once it is carried out.
/// </summary>
internal sealed class WantedPieces
{
    private readonly Dictionary<string, Dictionary<string, int>> _byLocation;

    public WantedPieces(IReadOnlyList<LocationNeed> needs, IReadOnlyList<LedgerRow> deliveries, PickedGoods goods)
    {
        var held = deliveries.Where(row => row.IsAlive && !row.Locked).ToLookup(row => OrderNumbers.LocationOf(row.Part), StringComparer.Ordinal);
        Dictionary<string, int> HeldAt(LocationNeed need) => held[need.Key].Select(row => HeldLines.Parse(row.Held).Lines).FirstOrDefault() ?? [];
        var picked = needs.ToDictionary(need => need.Key, need => goods.At(need.Key), StringComparer.Ordinal);
        var surplus = goods.Surplus();
        foreach (var need in needs) Take(need.Open.Less(picked[need.Key]).Less(HeldAt(need)), picked[need.Key], surplus);
        foreach (var need in needs) Take(need.Everything().Less(picked[need.Key]).Less(HeldAt(need)), picked[need.Key], surplus);
        foreach (var need in needs) Take(need.Everything().Less(picked[need.Key]), picked[need.Key], surplus);
        _byLocation = needs.ToDictionary(need => need.Key, need => need.WantedOf(HeldAt(need), picked[need.Key]), StringComparer.Ordinal);
    }

    /// <summary>Pieces by line.</summary>
    public Dictionary<string, int> At(string location) => _byLocation.GetValueOrDefault(location) ?? [];

    private static void Take(Dictionary<string, int> atMost, Dictionary<string, int> picked, Dictionary<string, int> surplus)
    {
        var taken = surplus.AtMost(atMost);
        picked.Add(taken);
        foreach (var (line, pieces) in taken) surplus[line] -= pieces;
    }
}
