using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// Compares what each location has to ship with what its deliveries at the destination hold, and plans the difference: first what exists, what gives
/// pieces back before what takes them up; then, once all that is settled, what is new. So a move is first taken back here and then made there, never both.
/// </summary>
internal sealed class DeliveryPlanner(
    OrderDraft draft, IReadOnlyList<LocationNeed> needs, IReadOnlyList<LedgerRow> deliveries, PickedGoods picked, IKeyedHash hash, bool recreate)
{
    private readonly Order _order = draft.Order;
    private readonly ShippedGoods _shipped = new(draft.Order);
    private readonly WantedPieces _wanted = new(needs, deliveries, picked);
    private readonly LatePieces _late = new(draft.Order, deliveries);
    private readonly DeliveryContent _content = new(draft, needs);
    private readonly List<(LedgerRow Row, PlannedWrite<Order> Write, HeldLines From, HeldLines To)> _changes = [];
    private readonly List<Decision> _decisions = [];

    /// <summary>Plans.</summary>
    /// <param name="filter">Why no new delivery may begin (an order that left the import filter); null: it may.</param>
    public Plan<Order> Plan(RuleResult? filter)
    {
        foreach (var row in deliveries.Where(row => row.IsAlive)) Existing(row);
        foreach (var row in deliveries.Where(row => PickedGoods.IsGone(row) && !recreate)) Gone(row);
        if (_changes.Count > 0) return new Plan<Order> { Writes = GiversFirst(), IsFinal = false };
        var (begun, left) = new NewDeliveries(draft, needs, deliveries, _wanted, picked, _content, hash, recreate).Plan(filter);
        return new Plan<Order> { Writes = begun, Decisions = [.. _decisions, .. left] };
    }

    /// <summary>Plans the cancellation of everything that is at the destination.</summary>
    public Plan<Order> Cancel(RuleResult stop)
    {
        var writes = new List<PlannedWrite<Order>>();
        foreach (var row in deliveries.Where(row => row.IsAlive))
        {
            if (row.Reason is ReasonCodes.CancelTooLate)
            {
                _decisions.Add(new Decision(row.Part, OutcomeKind.Skipped, null, row.Reason, row.Message ?? stop.Message));
            }
            else
            {
                writes.Add(Write(row, WriteOperation.Cancel, HeldLines.Parse(row.Held), stop.Message, ReasonCodes.CancelledAtSource));
            }
        }

        foreach (var row in deliveries.Where(row => row.State is LedgerState.Cancelled))
        {
            _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, null, ReasonCodes.CancelledAtSource, $"{row.Number} is cancelled."));
        }

        if (writes.Count + _decisions.Count == 0)
        {
            _decisions.Add(new Decision(null, OutcomeKind.Skipped, LedgerState.Skipped, stop.Reason, stop.Message));
        }

        return new Plan<Order> { Writes = writes, Decisions = _decisions };
    }

    // What another delivery has still to give back is not taken up yet.
    private List<PlannedWrite<Order>> GiversFirst()
    {
        var given = _changes.SelectMany(change => change.From.Lines.Less(change.To.Lines)).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var first = new List<PlannedWrite<Order>>();
        foreach (var (row, write, from, to) in _changes)
        {
            var taken = to.Lines.Less(from.Lines).Where(line => given.Contains(line.Key)).ToDictionary(StringComparer.Ordinal);
            var rest = to.Lines.Less(taken);
            if (taken.Count == 0) first.Add(write);
            else if (rest.Count > 0 && UpdateTo(row, to with { Lines = rest }) is var less && less.Hash != row.Hash) first.Add(less);
        }

        return first.Count > 0 ? first : _changes.ConvertAll(change => change.Write);
    }

    private void Existing(LedgerRow row)
    {
        var held = HeldLines.Parse(row.Held);
        if (row.Locked)
        {
            Locked(row, held);
            return;
        }

        var location = OrderNumbers.LocationOf(row.Part);
        var wanted = held.With(_wanted.At(location), _shipped.From(location));
        if (wanted.Lines.Count > 0)
        {
            Update(row, held, wanted);
            return;
        }

        var kept = held.Lines.AtMost(ShippedOrClosed(location, held));
        if (kept.Count == 0 || IsElsewhere(location, held) || IsToShip(location, held))
        {
            var write = Write(row, WriteOperation.Withdraw, held, "Its lines were removed, or are shipped from another location or with another delivery.", ReasonCodes.Withdrawn);
            _changes.Add((row, write, held, HeldLines.Empty));
        }
        else if (kept.IsLessThan(held.Lines))
        {
            Update(row, held, held.With(kept, held.ShippedBefore ?? []));
        }
        else if (!TellsOfLate(row))
        {
            // Shipped by somebody else, or closed in the shop: leaving the filter never cancels.
            _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, null, ReasonCodes.NothingToShip, "Nothing is left to ship in the shop."));
        }
    }

    private void Update(LedgerRow row, HeldLines held, HeldLines wanted)
    {
        var write = UpdateTo(row, wanted);
        if (row.Hash != write.Hash) _changes.Add((row, write, held, wanted));
        else _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, LedgerState.Written, null, $"{row.Number} is up to date."));
    }

    private PlannedWrite<Order> UpdateTo(LedgerRow row, HeldLines wanted) => Write(row, WriteOperation.Update, wanted, "The order was changed in the shop.", null);

    private void Locked(LedgerRow row, HeldLines held)
    {
        var location = OrderNumbers.LocationOf(row.Part);
        var now = OrderContent.Hash(_content.Of(row, held), held, hash);
        var surplus = picked.SurplusAt(location).AtMost(held.Lines);
        if (surplus.Count == 0 && TellsOfLate(row)) return;
        if (surplus.Count == 0 && (row.Hash is null || row.Hash == now))
        {
            _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, null, null, $"{row.Number} is being worked on in the warehouse."));
            return;
        }

        var mark = $"{now}/{string.Join(',', surplus.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{p.Value}"))}";
        _decisions.Add(new Decision(
            row.Part, OutcomeKind.Skipped, null, ReasonCodes.ChangedAfterPicking,
            $"Changed in the shop after the warehouse had begun to work on {row.Number}; it is left as it is. Tell the warehouse what to change.")
            with { WarnOnceFor = mark });
    }

    // True where pieces came too late to go with a delivery, which then is all that there is to say of it.
    private bool TellsOfLate(LedgerRow row)
    {
        var location = OrderNumbers.LocationOf(row.Part);
        if (row != _late.LastAt(location) || _late.At(location) is not { Count: > 0 } late) return false;
        var pieces = late.Join(_order.Lines, piece => piece.Key, line => line.Key, (piece, line) => FormattableString.Invariant($"{piece.Value} x {line.Sku}"));
        var text = string.Join(", ", pieces.Order(StringComparer.Ordinal));
        _decisions.Add(new Decision(
            row.Part, OutcomeKind.Skipped, null, ReasonCodes.ChangedAfterPicking,
            $"{text} came too late for {row.Number}: no delivery holds them, and the shop's order counts as shipped. To have them sent, give it a state there in which "
            + "it is still to be shipped.")
            with { WarnOnceFor = text });
        return true;
    }

    private void Gone(LedgerRow row) => _decisions.Add(new Decision(
        row.Part, OutcomeKind.Skipped, null, row.Reason,
        $"{row.Number} was cancelled or deleted in the warehouse, not in the shop. To make it again: Start-Integration -Record {_order.Number} -Recreate."));

    private PlannedWrite<Order> Write(LedgerRow row, WriteOperation operation, HeldLines held, string message, string? reason)
    {
        var record = _content.Of(row, held);
        var content = operation is WriteOperation.Update ? OrderContent.Hash(record, held, hash) : operation.ToString();
        return new PlannedWrite<Order>(row.Part, row.Ordinal, row.Number, operation, record, content, held.ToText(), message) { Reason = reason };
    }

    // What the customer still wants, less what has been shipped elsewhere, earlier, or with another delivery.
    private Dictionary<string, int> ShippedOrClosed(string location, HeldLines held)
    {
        var ordered = _order.Lines.ToDictionary(line => line.Key, line => line.Quantity, StringComparer.Ordinal).Less(_shipped.NotFrom(location));
        var before = held.ShippedBefore ?? [];
        return ordered.Less(before).Less(picked.EverAt(location).Less(before));
    }

    private bool IsToShip(string location, HeldLines held) => needs.Any(need => need.Key == location && need.Everything().Overlaps(held.Lines));

    private bool IsElsewhere(string location, HeldLines held) => _order.FulfillmentOrders.Any(fulfillment =>
        fulfillment.LocationKey != location && fulfillment.State is not FulfillmentState.Closed
        && fulfillment.Remaining.Any(line => line.Quantity > 0 && held.Lines.ContainsKey(line.LineKey)));
}
