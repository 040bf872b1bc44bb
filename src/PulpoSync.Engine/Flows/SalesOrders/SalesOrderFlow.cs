using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>Sales orders: rules about the whole order, then one delivery per location.</summary>
internal sealed class SalesOrderFlow(SalesOrderSettings settings, ShipmentOrigins origins, IKeyedHash hash, string fingerprint, bool recreate) : IFlow<Order>
{
    public string Fingerprint => fingerprint;

    public string KeyOf(Order record) => record.Key;

    public string NumberOf(Order record) => settings.OrderNumberAffixes ? record.Name : record.Number;

    public string VersionOf(Order record) => record.UpdatedAt.ToString("O", CultureInfo.InvariantCulture);

    public Plan<Order> Plan(Order record, IReadOnlyList<LedgerRow> rows)
    {
        var trace = new List<(string Rule, RuleResult Result)>();
        var deliveries = rows.Where(row => !row.Part.StartsWith('@')).ToList();
        record = origins.Of(record, deliveries);
        var isImported = deliveries.Exists(row => row.IsAlive || PickedGoods.IsGone(row) || PickedGoods.IsWithdrawn(row));
        var (draft, stop) = OrderRules.Apply(new OrderDraft { Order = record }, settings, isImported, trace);
        var plan = Plan(draft, stop, deliveries, isImported, trace);
        return plan with
        {
            Trace = WholeRecord.Notes(trace),
            Warnings = [.. trace.Where(note => note.Result.WarningCode is not null).Select(note => (note.Result.WarningCode!, Warning(record, note.Result)))],
        };
    }

    public IReadOnlyList<Outstanding> Outstanding(Order record, IReadOnlyList<LedgerRow> rows) => OutstandingPieces.Of(origins.Of(record, rows), rows, settings);

    public LedgerRow Learn(LedgerRow row, WriteResult refusal) => refusal.Holds is { } holds
        ? row with { Held = (HeldLines.Parse(row.Held) with { Lines = new Dictionary<string, int>(holds) }).ToText() }
        : row;

    public string BaseNumberOf(Order record) => NumberRule.Of(record, settings);

    public LedgerRow Remember(Order record, LedgerRow row, Recalled part, IReadOnlyList<Recalled> parts) => row with
    {
        Ordinal = OrderNumbers.OrdinalOf(part.Number, BaseNumberOf(record)),
        Held = new HeldLines(part.Place ?? "", HeldBy(record, part)).ToText(),
        Reason = !part.IsCancelled ? null : WasTakenBack(record, part, parts) ? ReasonCodes.Withdrawn : ReasonCodes.CancelledAtDestination,
    };

    // Nobody says who has cancelled it. Where nothing of it is to be shipped from there, or another part holds it, it was taken back for that; else a person is asked.
    private static bool WasTakenBack(Order record, Recalled part, IReadOnlyList<Recalled> parts) =>
        !ToShip(record, part).Overlaps(HeldBy(record, part)) || parts.Any(other => !other.IsCancelled && HeldBy(record, other).Overlaps(HeldBy(record, part)));

    // A part that does not say what it holds counts as holding all that its location has to ship: then nothing is made beside it.
    private static Dictionary<string, int> HeldBy(Order record, Recalled part) =>
        part.Holds is { } holds ? new Dictionary<string, int>(holds, StringComparer.Ordinal) : ToShip(record, part);

    private static Dictionary<string, int> ToShip(Order record, Recalled part) => record.FulfillmentOrders
        .Where(one => one.LocationKey == OrderNumbers.LocationOf(part.Part) && one.State is not FulfillmentState.Closed)
        .SelectMany(one => one.Remaining).Where(line => line.Quantity > 0)
        .GroupBy(line => line.LineKey, StringComparer.Ordinal).ToDictionary(line => line.Key, line => line.Sum(one => one.Quantity), StringComparer.Ordinal);

    private Plan<Order> Plan(
        OrderDraft draft, RuleResult? stop, List<LedgerRow> deliveries, bool isImported, List<(string Rule, RuleResult Result)> trace)
    {
        var needs = LocationNeed.Read(draft, settings, trace);
        var picked = new PickedGoods(draft.Order, needs, deliveries, recreate);
        var planner = new DeliveryPlanner(draft, needs, deliveries, picked, hash, recreate);
        if (stop is { Verdict: Verdict.Cancel }) return planner.Cancel(stop);
        if (stop is not null) return WholeRecord.Stopped<Order>(stop);
        var filter = isImported ? OrderRules.Apply(draft, settings, isImported: false, []).Stop : null;
        var plan = planner.Plan(filter);
        return plan.Writes.Count + plan.Decisions.Count > 0 ? plan : WholeRecord.Stopped<Order>(NothingOpen(draft.Order));
    }

    private static RuleResult NothingOpen(Order order) =>
        order.FulfillmentOrders.Count == 0 && order.Shipments.Count == 0 && order.Lines.Any(line => line.Quantity > 0)
            ? RuleResult.Skip(
                ReasonCodes.FulfillmentOrdersHidden,
                "The shop shows no fulfilment order for this order. Mostly the app lacks the scope read_merchant_managed_fulfillment_orders.")
            : RuleResult.Skip(ReasonCodes.NothingToShip, "Nothing is left to ship.");

    // One warning a run where the trouble lies with the shop, not with the order: without its number, equal sentences fold into one.
    private string Warning(Order order, RuleResult result) =>
        result.WarningCode is ReasonCodes.AddressWithheld ? result.Message : $"Order {NumberOf(order)}: {result.Message}";
}
