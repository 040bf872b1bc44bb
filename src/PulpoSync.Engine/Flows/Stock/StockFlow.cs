using System.Globalization;
using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Stock;

/// <summary>
/// Stock: one absolute figure for each article and warehouse. What is ordered and not in the warehouse yet is taken off, because the warehouse cannot know
/// of it.
/// </summary>
/// <remarks>
/// The figure may change although the warehouse's has not: an order was parked, or given up. While an order waits, the shop has lowered what is available by
/// itself, so that mostly nothing is to be done; yet where the shop was told a figure that did not know of the order, nothing else would put it right. So all
/// that is outstanding is planned again in each run (<see cref="Unsteady"/>), and a figure from which something was taken off stays open until nothing is: that
/// an unpaid order was given up changes nothing in the warehouse, and not every shop tells that a level has changed (<see cref="IWatch"/>).
/// Goods that are ordered between the last read of the orders and the write are not known to either: the write raises the level, the watch finds it changed, and
/// the next run, for which the orders were read again, sets it right.
/// </remarks>
internal sealed class StockFlow(StockPlaces places, StockMeasure measure, OutstandingGoods outstanding, IKeyedHash hash, string fingerprint) : IFlow<StockLevel>
{
    // A level has one part and one number.
    private const string Part = "";

    public string Fingerprint => fingerprint;

    public IReadOnlyCollection<string> Places => places.Warehouses;

    public IReadOnlyList<(string Code, string Message)> Notices => places.Notices;

    public IReadOnlyCollection<string> Unsteady => outstanding.Skus;

    public string KeyOf(StockLevel record) => record.Key;

    public string NumberOf(StockLevel record) => string.IsNullOrWhiteSpace(record.Sku) ? record.Key : record.Sku.Trim();

    public string VersionOf(StockLevel record) => string.Create(CultureInfo.InvariantCulture, $"{record.Available}/{record.OnHand}");

    public Plan<StockLevel> Plan(StockLevel record, IReadOnlyList<LedgerRow> rows)
    {
        if (string.IsNullOrWhiteSpace(record.Sku)) return Skipped(ReasonCodes.EmptySku, $"The article {record.Key} has no SKU, so the shop's cannot be found.");
        if (places.LocationOf(record.WarehouseKey) is not { } location) return Skipped(ReasonCodes.NoLocation, places.Untold(record.Warehouse));
        var figure = Figure(record);
        var target = new StockTarget { LocationKey = location.Key, Location = location.Name, Measure = measure, Quantity = Math.Max(0, figure) };
        var number = NumberOf(record);
        var told = Hash(number, target, figure);
        var message = string.Create(
            CultureInfo.InvariantCulture, $"{number}: {target.Quantity} {(measure is StockMeasure.OnHand ? "on hand" : "available")} at \"{location.Name}\".");
        // Only what was surely written short-cuts: a refused figure that comes back to what was there is compared once more.
        var row = rows.FirstOrDefault(row => row is { Part: Part, State: LedgerState.Written or LedgerState.Waiting } && row.Hash == told);
        return row is null ? Tell(record with { Target = target }, number, told, message) : Unchanged(row, IsLowered(record), message);
    }

    private Plan<StockLevel> Tell(StockLevel record, string number, string told, string message)
    {
        var isLowered = IsLowered(record);
        return new Plan<StockLevel>
        {
            Writes =
            [
                new PlannedWrite<StockLevel>(Part, 1, number, WriteOperation.Update, record, told, null, message)
                {
                    IsIncomplete = isLowered, Reason = isLowered ? ReasonCodes.NotInWarehouseYet : null,
                },
            ],
        };
    }

    private static Plan<StockLevel> Unchanged(LedgerRow row, bool isLowered, string message)
    {
        var state = isLowered ? LedgerState.Waiting : LedgerState.Written;
        return new Plan<StockLevel>
        {
            Decisions = [new Decision(Part, OutcomeKind.Unchanged, row.State == state ? null : state, isLowered ? ReasonCodes.NotInWarehouseYet : null, message)],
        };
    }

    // Told less than the warehouse has, because of orders that it does not know of: once they are settled, nothing but another look brings it back.
    private bool IsLowered(StockLevel record) =>
        outstanding.Left(record.Warehouse, record.Sku!) > 0 || (measure is StockMeasure.Available && outstanding.ToShip(record.Warehouse, record.Sku!) > 0);

    // On hand, the goods of an order that is still to be shipped still lie there; the shop itself counts them as promised.
    private int Figure(StockLevel record)
    {
        var left = outstanding.Left(record.Warehouse, record.Sku!);
        return measure is StockMeasure.OnHand ? record.OnHand!.Value - left : record.Available - outstanding.ToShip(record.Warehouse, record.Sku!) - left;
    }

    // Below zero the same is told whatever the figure; but where it has moved, the shop may have moved its own, as one does that gives an order's pieces back.
    private string Hash(string number, StockTarget target, int figure) => hash.Of(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{number}\n{target.LocationKey}\n{target.Measure}\n{figure}")));

    private static Plan<StockLevel> Skipped(string reason, string message) => new()
    {
        Decisions = [new Decision(null, OutcomeKind.Skipped, LedgerState.Skipped, reason, message)],
    };
}
