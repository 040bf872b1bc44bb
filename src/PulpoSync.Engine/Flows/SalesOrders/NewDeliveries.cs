using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>Plans what begins: deliveries of locations that have none which could take the pieces up, and what waits or stays out beside them.</summary>
internal sealed class NewDeliveries(
    OrderDraft draft, IReadOnlyList<LocationNeed> needs, IReadOnlyList<LedgerRow> deliveries, WantedPieces wanted, PickedGoods picked,
    DeliveryContent content, IKeyedHash hash, bool recreate)
{
    private readonly ShippedGoods _shipped = new(draft.Order);
    private readonly List<PlannedWrite<Order>> _writes = [];
    private readonly List<Decision> _decisions = [];
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);

    /// <summary>Plans.</summary>
    /// <param name="filter">Why none may begin; null: they may.</param>
    public (IReadOnlyList<PlannedWrite<Order>> Writes, IReadOnlyList<Decision> Decisions) Plan(RuleResult? filter)
    {
        var begins = new List<(LocationNeed Need, Dictionary<string, int> Pieces, bool Waits)>();
        var beside = new List<(LocationNeed Need, Dictionary<string, int> Left)>();
        foreach (var need in needs.Where(need => !deliveries.Any(row => IsClosed(row) && IsAt(row, need))))
        {
            var queued = deliveries.FirstOrDefault(row => row.IsAlive && !row.Locked && IsAt(row, need));
            var open = queued is null ? wanted.At(need.Key) : [];
            var rest = need.Everything().Less(picked.At(need.Key)).Less(queued is null ? open : HeldLines.Parse(queued.Held).Lines);
            if (open.Count > 0) begins.Add((need, open, false));
            if (open.Count == 0 && queued is null && need.Waiting.Overlaps(rest)) begins.Add((need, rest, true));
            else beside.Add((need, rest));
        }

        // Leaving the filter never cancels: what was taken back elsewhere is a move, and no beginning.
        var mayBegin = begins.FindAll(one => filter is null || one.Pieces.Keys.Any(WasGivenBack));
        Begin(mayBegin);
        foreach (var (need, _, _) in begins.Except(mayBegin)) LeaveOut(need, filter!);
        foreach (var (need, rest) in beside) Beside(need, rest);
        return (_writes, _decisions);
    }

    private void Begin(List<(LocationNeed Need, Dictionary<string, int> Pieces, bool Waits)> begins)
    {
        var isOnly = begins.Count == 1 && !deliveries.Any(row => row.HasNumber);
        var last = deliveries.Select(row => row.Ordinal).DefaultIfEmpty(0).Max();
        foreach (var (need, pieces, waits) in begins)
        {
            var (part, row) = Place(need);
            var ordinal = row is { HasNumber: true } ? row.Ordinal : ++last;
            var number = row is { HasNumber: true } ? Kept(row) : OrderNumbers.Number(draft.BaseNumber, ordinal, isOnly);
            if (waits) Wait(need, part, ordinal, number);
            else Create(need, pieces, part, ordinal, number);
        }
    }

    // A place in the sequence is kept, the text of the number follows the settings: a prefix that was forgotten can be added. Only what may be at the
    // destination already keeps its text too.
    private string Kept(LedgerRow row) => row.Reason is ReasonCodes.OutcomeUnknown or ReasonCodes.Recovered
        ? row.Number
        : OrderNumbers.Number(draft.BaseNumber, row.Ordinal, isOnly: !row.Number.EndsWith(FormattableString.Invariant($"_{row.Ordinal}"), StringComparison.Ordinal));

    // What a delivery of the location does not take up. It has no number: released, it joins the delivery that is queued then.
    private void Beside(LocationNeed need, Dictionary<string, int> rest)
    {
        if (need.Waiting.Overlaps(rest))
        {
            var (part, row) = Place(need);
            Wait(need, part, row?.Ordinal ?? 0, row is { HasNumber: true } ? row.Number : null);
        }
        else if (need.LeftOut.Overlaps(rest))
        {
            LeaveOut(need, need.SkipResult!);
        }
    }

    private void Create(LocationNeed need, Dictionary<string, int> pieces, string part, int ordinal, string number)
    {
        var held = (HeldLines.Empty with { Warehouse = need.Warehouse! }).With(pieces, _shipped.From(need.Key));
        var record = content.Of(need.Key, need.Name, number, held);
        _writes.Add(new PlannedWrite<Order>(
            part, ordinal, number, WriteOperation.Create, record, OrderContent.Hash(record, held, hash), held.ToText(),
            $"{number} for warehouse \"{need.Warehouse}\", {record.Lines.Count} line(s)."));
    }

    private void Wait(LocationNeed need, string part, int ordinal, string? number) => _decisions.Add(
        new Decision(part, OutcomeKind.Skipped, LedgerState.Waiting, need.WaitResult!.Reason, need.WaitResult.Message) { Ordinal = ordinal, Number = number });

    private void LeaveOut(LocationNeed need, RuleResult why)
    {
        var (part, row) = Place(need);
        _decisions.Add(new Decision(part, OutcomeKind.Skipped, LedgerState.Skipped, why.Reason, why.Message)
        {
            Ordinal = row?.Ordinal ?? 0,
            Number = row is { HasNumber: true } ? row.Number : null,
        });
    }

    // A part of its own for each thing that is planned: one that was planned and never written, else the next generation.
    private (string Part, LedgerRow? Row) Place(LocationNeed need)
    {
        var row = deliveries.FirstOrDefault(
            row => !row.IsAlive && row.State is not LedgerState.Cancelled && IsAt(row, need) && !_parts.Contains(row.Part));
        var generation = OrderNumbers.NextGeneration(deliveries, need.Key);
        while (row is null && _parts.Contains(OrderNumbers.Part(need.Key, generation))) generation++;
        var part = row?.Part ?? OrderNumbers.Part(need.Key, generation);
        _parts.Add(part);
        return (part, row);
    }

    private bool WasGivenBack(string line) => deliveries.Select(row => (Row: row, Held: HeldLines.Parse(row.Held))).Any(
        one => one.Held.GaveBack?.Contains(line) == true || (PickedGoods.IsWithdrawn(one.Row) && one.Held.Lines.ContainsKey(line)));

    // What the warehouse alone has cancelled keeps its location closed until somebody asks.
    private bool IsClosed(LedgerRow row) => PickedGoods.IsGone(row) && !recreate;

    private static bool IsAt(LedgerRow row, LocationNeed need) => OrderNumbers.LocationOf(row.Part) == need.Key;
}
