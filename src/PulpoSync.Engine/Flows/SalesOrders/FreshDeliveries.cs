using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>Deliveries that are not at the destination yet: what no existing one holds. They get their part and number here.</summary>
internal sealed class FreshDeliveries(
    OrderDraft draft, IReadOnlyList<LedgerRow> deliveries, PickedGoods picked, IKeyedHash hash, bool recreate)
{
    private readonly List<PlannedWrite<Order>> _writes = [];
    private readonly List<Decision> _decisions = [];

    /// <summary>Plans.</summary>
    /// <param name="needs">What the locations have to ship.</param>
    /// <param name="filter">Why nothing new may begin (an order that left the import filter); null: it may.</param>
    public Plan<Order> Plan(IReadOnlyList<LocationNeed> needs, RuleResult? filter)
    {
        var candidates = new List<(LocationNeed Need, Dictionary<string, int> Pieces, bool Waits)>();
        foreach (var need in needs.Where(need => !deliveries.Any(row => Occupies(row) && OrderNumbers.LocationOf(row.Part) == need.Key)))
        {
            var open = picked.TakeElsewhere(need.Open.Less(picked.At(need.Key)));
            var waiting = need.Everything().Less(picked.At(need.Key));
            if (open.Count > 0) candidates.Add((need, open, false));
            else if (need.Waiting.Count > 0 && waiting.Count > 0) candidates.Add((need, waiting, true));
            else if (need.LeftOut.Count > 0 && waiting.Count > 0) LeaveOut(need, need.SkipResult!);
        }

        if (filter is null) Number(candidates);
        else foreach (var candidate in candidates) LeaveOut(candidate.Need, filter);
        return new Plan<Order> { Writes = _writes, Decisions = _decisions };
    }

    private void Number(List<(LocationNeed Need, Dictionary<string, int> Pieces, bool Waits)> candidates)
    {
        var isOnly = candidates.Count == 1 && !deliveries.Any(row => row.HasNumber);
        var ordinal = deliveries.Select(row => row.Ordinal).DefaultIfEmpty(0).Max();
        foreach (var (need, pieces, waits) in candidates)
        {
            var row = Unwritten(need);
            var part = row?.Part ?? OrderNumbers.Part(need.Key, OrderNumbers.NextGeneration(deliveries, need.Key));
            var (place, number) = row is { HasNumber: true }
                ? (row.Ordinal, Kept(row))
                : (++ordinal, OrderNumbers.Number(draft.BaseNumber, ordinal, isOnly));
            if (waits) Wait(need, part, place, number);
            else Create(need, pieces, part, place, number);
        }
    }

    // A place in the sequence is kept, the text of the number follows the settings: a prefix that was forgotten can be added. Only what may be at the
    // destination already keeps its text too.
    private string Kept(LedgerRow row) => row.Reason is ReasonCodes.OutcomeUnknown or ReasonCodes.Recovered
        ? row.Number
        : OrderNumbers.Number(draft.BaseNumber, row.Ordinal, isOnly: !row.Number.EndsWith(FormattableString.Invariant($"_{row.Ordinal}"), StringComparison.Ordinal));

    // A queued delivery takes up every change of its location; one that the warehouse alone has cancelled keeps it closed until somebody asks.
    private bool Occupies(LedgerRow row) => (row.IsAlive && !row.Locked) || (PickedGoods.IsGone(row) && !recreate);

    private LedgerRow? Unwritten(LocationNeed need) => deliveries.FirstOrDefault(
        row => !row.IsAlive && row.State is not LedgerState.Cancelled && OrderNumbers.LocationOf(row.Part) == need.Key);

    private void Create(LocationNeed need, Dictionary<string, int> pieces, string part, int ordinal, string number)
    {
        var held = new HeldLines(need.Warehouse!, pieces);
        var record = draft.ToDelivery(need.Key, need.Name, number, held);
        _writes.Add(new PlannedWrite<Order>(
            part, ordinal, number, WriteOperation.Create, record, OrderContent.Hash(record, hash), held.ToText(),
            $"{number} for warehouse \"{need.Warehouse}\", {record.Lines.Count} line(s)."));
    }

    private void Wait(LocationNeed need, string part, int ordinal, string number) => _decisions.Add(
        new Decision(part, OutcomeKind.Skipped, LedgerState.Waiting, need.WaitResult!.Reason, need.WaitResult.Message) { Ordinal = ordinal, Number = number });

    private void LeaveOut(LocationNeed need, RuleResult why)
    {
        var row = Unwritten(need);
        var part = row?.Part ?? OrderNumbers.Part(need.Key, OrderNumbers.NextGeneration(deliveries, need.Key));
        _decisions.Add(new Decision(part, OutcomeKind.Skipped, LedgerState.Skipped, why.Reason, why.Message)
        {
            Ordinal = row?.Ordinal ?? 0,
            Number = row is { HasNumber: true } ? row.Number : null,
        });
    }
}
