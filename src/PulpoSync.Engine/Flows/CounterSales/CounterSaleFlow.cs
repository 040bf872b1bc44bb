using System.Globalization;
using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.CounterSales;

/// <summary>Counter sales: each is booked once, as an order that has ended. What happens to it later does not change what was booked.</summary>
internal sealed class CounterSaleFlow(SalesOrderSettings settings, string customer, IKeyedHash hash, string fingerprint) : IFlow<CounterSale>
{
    public string Fingerprint => fingerprint;

    public string KeyOf(CounterSale record) => record.Order.Key;

    public string NumberOf(CounterSale record) => settings.OrderNumberAffixes ? record.Order.Name : record.Order.Number;

    public string VersionOf(CounterSale record) => record.Order.UpdatedAt.ToString("O", CultureInfo.InvariantCulture);

    public Plan<CounterSale> Plan(CounterSale record, IReadOnlyList<LedgerRow> rows)
    {
        var row = rows.FirstOrDefault(row => row.Part.Length == 0);
        if (row is { IsAlive: true }) return new Plan<CounterSale> { Decisions = [Booked(record, row)] };
        var trace = new List<(string Rule, RuleResult Result)>();
        var (draft, stop) = OrderRules.ApplyToCounterSale(new OrderDraft { Order = record.Order }, settings, trace);
        var (place, warehouse) = WarehouseRule.Apply(record.LocationKey, record.LocationName, settings);
        trace.Add(("Warehouse", place));
        var plan = stop is not null ? WholeRecord.Stopped<CounterSale>(stop)
            : warehouse is null ? WholeRecord.Stopped<CounterSale>(place)
            : Book(record, draft, warehouse, row);
        return plan with { Trace = WholeRecord.Notes(trace) };
    }

    public IReadOnlyList<Outstanding> Outstanding(CounterSale record, IReadOnlyList<LedgerRow> rows)
    {
        var draft = new OrderDraft { Order = record.Order };
        var (_, warehouse) = WarehouseRule.Apply(record.LocationKey, record.LocationName, settings);
        // Sold before the start was counted with the stock that the warehouse began with; what was only tried out has not left.
        var isNone = rows.Any(row => row.Part.Length == 0 && row.IsAlive) || warehouse is null || CounterStateRule.IsUndone(draft)
            || new StartFromRule().Apply(draft, settings).Verdict is not Verdict.Accept || new TestOrderRule().Apply(draft, settings).Verdict is not Verdict.Accept;
        if (isNone) return [];
        return
        [
            .. from line in record.Order.Lines
               let sku = line.Sku?.Trim()
               where line.Quantity > 0 && (line.RequiresShipping || !settings.PhysicalOnly) && !string.IsNullOrEmpty(sku)
               group line.Quantity by sku into pieces
               select new Outstanding(warehouse!, pieces.Key, pieces.Sum(), HasLeft: true),
        ];
    }

    private Plan<CounterSale> Book(CounterSale record, OrderDraft draft, string warehouse, LedgerRow? row)
    {
        // What may have been booked under a number keeps it; else its text follows the settings.
        var number = row is { HasNumber: true, Reason: ReasonCodes.OutcomeUnknown or ReasonCodes.Recovered } ? row.Number : draft.BaseNumber;
        var lines = draft.Order.Lines.Where(line => line.Quantity > 0).ToList();
        var held = new HeldLines(warehouse, lines.ToDictionary(line => line.Key, line => line.Quantity, StringComparer.Ordinal)).ToText();
        var sale = record with
        {
            Order = draft.Order with
            {
                Lines = lines,
                Delivery = new OrderDelivery
                {
                    Number = number, LocationKey = record.LocationKey, LocationName = record.LocationName, Warehouse = warehouse, FallbackCustomer = customer,
                },
            },
        };
        var content = hash.Of(Encoding.UTF8.GetBytes($"{number}\0{customer}\0{held}\0{string.Join('\0', lines.Select(line => line.Sku))}"));
        return new Plan<CounterSale>
        {
            Writes = [new PlannedWrite<CounterSale>("", 1, number, WriteOperation.Create, sale, content, held, $"{number} in warehouse \"{warehouse}\", {lines.Count} line(s).")],
        };
    }

    private static Decision Booked(CounterSale record, LedgerRow row)
    {
        var held = HeldLines.Parse(row.Held).Lines;
        var now = record.Order.Lines.Where(line => line.Quantity > 0 && (line.RequiresShipping || held.ContainsKey(line.Key)))
            .ToDictionary(line => line.Key, line => line.Quantity, StringComparer.Ordinal);
        var isUndone = CounterStateRule.IsUndone(new OrderDraft { Order = record.Order });
        if (!isUndone && now.Count == held.Count && now.All(line => held.GetValueOrDefault(line.Key) == line.Value))
        {
            return new Decision(row.Part, OutcomeKind.Unchanged, null, null, $"{row.Number} is booked.");
        }

        var mark = isUndone ? "undone" : string.Join(',', now.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Key}:{line.Value}"));
        return new Decision(
            row.Part, OutcomeKind.Skipped, null, ReasonCodes.ChangedAfterBooking,
            $"The counter sale {row.Number} was changed in the shop after it had been booked (given back, exchanged or cancelled); it is left as it is. Goods that came back have to be received in the warehouse.")
            with { WarnOnceFor = mark };
    }
}
