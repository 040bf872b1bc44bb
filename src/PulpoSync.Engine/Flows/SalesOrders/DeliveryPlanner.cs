using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// Compares what each location has to ship with what its deliveries at the destination hold, and plans the difference: first what exists (update,
/// withdraw), then, once that is settled, what is new. So a move is first taken back here and then made there, and never both.
/// </summary>
internal sealed class DeliveryPlanner(
    OrderDraft draft, IReadOnlyList<LocationNeed> needs, IReadOnlyList<LedgerRow> deliveries, IKeyedHash hash, bool recreate)
{
    private readonly Order _order = draft.Order;
    private readonly PickedGoods _picked = new(draft.Order, needs, deliveries, recreate);
    private readonly List<PlannedWrite<Order>> _writes = [];
    private readonly List<Decision> _decisions = [];

    /// <summary>Plans.</summary>
    /// <param name="filter">Why no new delivery may begin (an order that left the import filter); null: it may.</param>
    public Plan<Order> Plan(RuleResult? filter)
    {
        foreach (var row in deliveries.Where(row => row.IsAlive)) Existing(row);
        foreach (var row in deliveries.Where(row => PickedGoods.IsGone(row) && !recreate)) Gone(row);
        if (_writes.Count > 0) return new Plan<Order> { Writes = _writes, IsFinal = false };
        var fresh = new FreshDeliveries(draft, deliveries, _picked, hash, recreate).Plan(needs, filter);
        return new Plan<Order> { Writes = fresh.Writes, Decisions = [.. _decisions, .. fresh.Decisions] };
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
                Write(row, WriteOperation.Cancel, HeldLines.Parse(row.Held), stop.Message, ReasonCodes.CancelledAtSource);
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
        var everything = needs.FirstOrDefault(need => need.Key == location)?.Everything() ?? [];
        var wanted = _picked.TakeElsewhere(everything.Less(_picked.At(location)));
        if (wanted.Count > 0)
        {
            Write(row, WriteOperation.Update, held with { Lines = wanted }, "The order was changed in the shop.", null);
        }
        else if (IsElsewhere(location, held) || IsRemoved(held))
        {
            Write(row, WriteOperation.Withdraw, held, "Its lines were moved to another location or removed.", ReasonCodes.Withdrawn);
        }
        else
        {
            // Shipped by somebody else, or closed in the shop: leaving the filter never cancels.
            _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, null, ReasonCodes.NothingToShip, "Nothing is left to ship in the shop."));
        }
    }

    private void Locked(LedgerRow row, HeldLines held)
    {
        var location = OrderNumbers.LocationOf(row.Part);
        var now = OrderContent.Hash(Record(row, held), hash);
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

    private void Write(LedgerRow row, WriteOperation operation, HeldLines held, string message, string? reason)
    {
        var record = Record(row, held);
        var content = operation is WriteOperation.Update ? OrderContent.Hash(record, hash) : operation.ToString();
        if (operation is WriteOperation.Update && row.Hash == content)
        {
            _decisions.Add(new Decision(row.Part, OutcomeKind.Unchanged, LedgerState.Written, null, $"{row.Number} is up to date."));
            return;
        }

        _writes.Add(new PlannedWrite<Order>(row.Part, row.Ordinal, row.Number, operation, record, content, held.ToText(), message) { Reason = reason });
    }

    private Order Record(LedgerRow row, HeldLines held)
    {
        var location = OrderNumbers.LocationOf(row.Part);
        return draft.ToDelivery(location, needs.FirstOrDefault(need => need.Key == location)?.Name, row.Number, held);
    }

    private bool IsElsewhere(string location, HeldLines held) => _order.FulfillmentOrders.Any(fulfillment =>
        fulfillment.LocationKey != location && fulfillment.State is not FulfillmentState.Closed
        && fulfillment.Remaining.Any(line => line.Quantity > 0 && held.Lines.ContainsKey(line.LineKey)));

    private bool IsRemoved(HeldLines held) => held.Lines.Keys.All(key => !_order.Lines.Any(line => line.Key == key && line.Quantity > 0));
}
