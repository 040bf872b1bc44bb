using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// Compares what each location has to ship with what its deliveries at the destination hold, and plans the difference: first what is taken back (fewer
/// pieces, withdrawn), then what grows, then, once all that is settled, what is new. So a move is first taken back here and then made there, never both.
/// </summary>
internal sealed class DeliveryPlanner(
    OrderDraft draft, IReadOnlyList<LocationNeed> needs, IReadOnlyList<LedgerRow> deliveries, IKeyedHash hash, bool recreate)
{
    private readonly Order _order = draft.Order;
    private readonly PickedGoods _picked = new(draft.Order, needs, deliveries, recreate);
    private readonly DeliveryContent _content = new(draft, needs);
    private readonly List<PlannedWrite<Order>> _writes = [];
    private readonly List<PlannedWrite<Order>> _takingBack = [];
    private readonly List<Decision> _decisions = [];

    /// <summary>Plans.</summary>
    /// <param name="filter">Why no new delivery may begin (an order that left the import filter); null: it may.</param>
    public Plan<Order> Plan(RuleResult? filter)
    {
        foreach (var row in deliveries.Where(row => row.IsAlive)) Existing(row);
        foreach (var row in deliveries.Where(row => PickedGoods.IsGone(row) && !recreate)) Gone(row);
        if (_takingBack.Count > 0) return new Plan<Order> { Writes = _takingBack, IsFinal = false };
        if (_writes.Count > 0) return new Plan<Order> { Writes = _writes, IsFinal = false };
        var (begun, left) = new NewDeliveries(draft, needs, deliveries, _picked, _content, hash, recreate).Plan(filter);
        return new Plan<Order> { Writes = begun, Decisions = [.. _decisions, .. left] };
    }

    /// <summary>Plans the cancellation of everything that is at the destination.</summary>
    public Plan<Order> Cancel(RuleResult stop)
    {
        foreach (var row in deliveries.Where(row => row.IsAlive))
        {
            if (row.Reason is ReasonCodes.CancelTooLate)
            {
                _decisions.Add(new Decision(row.Part, OutcomeKind.Skipped, null, row.Reason, row.Message ?? stop.Message));
            }
            else
            {
                _writes.Add(Write(row, WriteOperation.Cancel, HeldLines.Parse(row.Held), stop.Message, ReasonCodes.CancelledAtSource));
            }
        }

        foreach (var row in deliveries.Where(row => row.State is LedgerState.Cancelled))
        {
            _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, null, ReasonCodes.CancelledAtSource, $"{row.Number} is cancelled."));
        }

        if (_writes.Count + _decisions.Count == 0)
        {
            _decisions.Add(new Decision(null, OutcomeKind.Skipped, LedgerState.Skipped, stop.Reason, stop.Message));
        }

        return new Plan<Order> { Writes = _writes, Decisions = _decisions };
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
        var wanted = needs.FirstOrDefault(need => need.Key == location)?.WantedOf(held.Lines, _picked.At(location)) ?? [];
        wanted = _picked.TakeElsewhere(wanted);
        if (wanted.Count > 0)
        {
            Update(row, held, wanted);
            return;
        }

        var stillOrdered = held.Lines.AtMost(_order.Lines.ToDictionary(line => line.Key, line => line.Quantity, StringComparer.Ordinal));
        if (IsElsewhere(location, held) || stillOrdered.Count == 0)
        {
            _takingBack.Add(Write(row, WriteOperation.Withdraw, held, "Its lines were moved to another location or removed.", ReasonCodes.Withdrawn));
        }
        else if (stillOrdered.IsLessThan(held.Lines))
        {
            Update(row, held, stillOrdered);
        }
        else
        {
            // Shipped by somebody else, or closed in the shop: leaving the filter never cancels.
            _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, null, ReasonCodes.NothingToShip, "Nothing is left to ship in the shop."));
        }
    }

    private void Update(LedgerRow row, HeldLines held, Dictionary<string, int> lines)
    {
        var write = Write(row, WriteOperation.Update, held.With(lines), "The order was changed in the shop.", null);
        if (row.Hash == write.Hash) _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, LedgerState.Written, null, $"{row.Number} is up to date."));
        else (lines.IsLessThan(held.Lines) ? _takingBack : _writes).Add(write);
    }

    private void Locked(LedgerRow row, HeldLines held)
    {
        var location = OrderNumbers.LocationOf(row.Part);
        var now = OrderContent.Hash(_content.Of(row, held), hash);
        var surplus = PickedGoods.Surplus(_order, needs, location, held.Lines);
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

    private void Gone(LedgerRow row) => _decisions.Add(new Decision(
        row.Part, OutcomeKind.Skipped, null, row.Reason,
        $"{row.Number} was cancelled or deleted in the warehouse, not in the shop. To make it again: Start-Integration -Record {_order.Number} -Recreate."));

    private PlannedWrite<Order> Write(LedgerRow row, WriteOperation operation, HeldLines held, string message, string? reason)
    {
        var record = _content.Of(row, held);
        var content = operation is WriteOperation.Update ? OrderContent.Hash(record, hash) : operation.ToString();
        return new PlannedWrite<Order>(row.Part, row.Ordinal, row.Number, operation, record, content, held.ToText(), message) { Reason = reason };
    }

    private bool IsElsewhere(string location, HeldLines held) => _order.FulfillmentOrders.Any(fulfillment =>
        fulfillment.LocationKey != location && fulfillment.State is not FulfillmentState.Closed
        && fulfillment.Remaining.Any(line => line.Quantity > 0 && held.Lines.ContainsKey(line.LineKey)));
}
