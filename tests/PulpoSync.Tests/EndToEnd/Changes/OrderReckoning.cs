using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>What is wrong with one order at PULPO after a run.</summary>
internal sealed class OrderReckoning(
    Order order, IReadOnlyList<Delivery> deliveries, IReadOnlyList<IntegrationRecord> records, Terms terms, Func<long, int> mostWanted)
{
    private readonly List<string> _findings = [];

    public IReadOnlyList<string> Findings()
    {
        NeverTooMuch();
        if (deliveries.Count == 0) NotThere();
        else if (Expected.IsCancelled(order)) Cancelled();
        else if (Expected.WholeOrderReason(order, terms) is { } reason) AsItWas(reason);
        else Current();
        return _findings;
    }

    private void NeverTooMuch()
    {
        foreach (var line in order.Lines)
        {
            var there = deliveries.Where(delivery => delivery.IsAlive).Sum(delivery => delivery.Pieces(line.Id));
            Demand(there <= mostWanted(line.Id), $"line {line.Id}: {there} pieces at PULPO, never more than {mostWanted(line.Id)} were wanted");
        }
    }

    private void NotThere()
    {
        var due = Expected.Of(order, terms);
        Demand(due.Orders.Count == 0, $"is missing, should be {string.Join(", ", due.Orders.Select(one => one.Number))}");
        Demand(due.Reason is null || records.Any(record => record.Reason == due.Reason), $"should have the reason {due.Reason}");
    }

    private void Cancelled()
    {
        foreach (var delivery in deliveries)
        {
            Demand(delivery.Before is not null, $"{delivery.Number} was made although the order is cancelled");
            var isTooLate = delivery.Before is { State: "shipping" or "ended" };
            Demand(isTooLate == delivery.IsAlive, $"{delivery.Number} should be {(isTooLate ? "as it was" : "cancelled")}");
            Demand(!isTooLate || delivery.Record?.Reason == ReasonCodes.CancelTooLate, $"{delivery.Number} should be CancelTooLate");
        }
    }

    // An order that cannot be written as a whole is left as it is, and says why.
    private void AsItWas(string reason)
    {
        foreach (var delivery in deliveries) Demand(delivery.Before?.State == delivery.After.State && delivery.HasSameLines, $"{delivery.Number} should be as it was ({reason})");
        if (deliveries.Any(delivery => delivery.WasAlive)) Demand(records.Any(record => record.Reason == reason), $"should have the reason {reason}");
    }

    private void Current()
    {
        foreach (var delivery in deliveries.Where(delivery => delivery.IsFrozen)) Demand(delivery.HasSameLines, $"{delivery.Number} was changed in the hands of the warehouse");
        foreach (var delivery in deliveries.Where(delivery => delivery.IsQueued && !IsDone(delivery)))
        {
            UpToDate(delivery);
            foreach (var line in order.Lines) delivery.ShippedBefore[line.Id] = new Need(order, line, terms).ShippedFrom(delivery.Place);
        }

        if (deliveries.Any(delivery => delivery.IsCancelledByWarehouse)) NotMadeAgain();
        else if (deliveries.Any(delivery => delivery.WasPaused)) Paused();
        else LinesAndReports();
        // What the warehouse has cancelled by itself is noticed with the next change.
        Demand(deliveries.Any(delivery => delivery.IsAlive || delivery.IsCancelledByWarehouse) || records.Any(record => record.Reason is not null), "is nowhere, and nothing says why");
    }

    private void UpToDate(Delivery delivery)
    {
        // Pieces that a paused order has to give back first are not taken up yet.
        if (deliveries.Any(other => other.WasPaused) && order.Lines.All(line => delivery.Pieces(line.Id) == 0 || new Need(order, line, terms).RemainingAt(delivery.Place) == 0)) return;
        if (HeadDiffers(delivery) is { } difference) Demand(false, $"{delivery.Number}: {difference}");
        foreach (var line in order.Lines)
        {
            var need = new Need(order, line, terms).RemainingAt(delivery.Place);
            Demand(delivery.Pieces(line.Id) <= need, $"{delivery.Number}: {delivery.Pieces(line.Id)} of line {line.Id}, {delivery.Place} has to ship {need}");
        }
    }

    private void NotMadeAgain()
    {
        foreach (var gone in deliveries.Where(delivery => delivery.IsCancelledByWarehouse && delivery.Record?.Reason != ReasonCodes.Withdrawn))
        {
            Demand(!deliveries.Any(delivery => delivery.Before is null && delivery.Place == gone.Place), $"{gone.Number} was cancelled by the warehouse and made again");
        }
    }

    private void Paused()
    {
        foreach (var delivery in deliveries.Where(delivery => delivery.WasPaused && delivery.IsAlive))
        {
            Demand(delivery.After.State == "paused" && delivery.HasSameLines, $"{delivery.Number} was changed while it was paused");
            Demand(HeadDiffers(delivery) is null || IsDone(delivery) || delivery.Record?.Reason == ReasonCodes.Paused, $"{delivery.Number} differs and should be Paused");
        }
    }

    private void LinesAndReports()
    {
        foreach (var line in order.Lines.Where(line => line.RequiresShipping)) CheckLine(line, new Need(order, line, terms));
        foreach (var place in deliveries.Where(delivery => delivery.IsFrozen).GroupBy(delivery => delivery.Place)) CheckReports(place.Key, [.. place]);
    }

    private void CheckLine(OrderLine line, Need need)
    {
        var places = order.FulfillmentOrders.Select(f => terms.WarehouseOf(f.Location.Name)).OfType<string>()
            .Union(deliveries.Select(delivery => delivery.Place)).ToList();
        var (least, most, more, surplus, waits) = (0, 0, 0, 0, false);
        foreach (var place in places)
        {
            var here = deliveries.Where(delivery => delivery.Place == place).ToList();
            var frozen = InHand(here, line, need.ShippedFrom(place));
            var before = here.Where(delivery => delivery.WasQueued).Sum(delivery => delivery.PiecesBefore(line.Id));
            least += need.LeastAt(place, frozen, before);
            most += need.MostAt(place, frozen, before);
            more += Math.Max(0, need.LeastAt(place, frozen, before) - before);
            surplus += Math.Max(0, frozen - need.RemainingAt(place));
            waits |= need.WaitingAt(place) > 0;
        }

        // What was picked in one place and then moved to others counts there: first where they want more than they have, then where nothing is known of them.
        // Whether for what is open or for what waits nobody can say.
        var elsewhere = Math.Min(surplus, more);
        var unknown = Math.Min(surplus - elsewhere, need.RemainingElsewhere(places));
        var (from, to) = (Math.Max(0, least - surplus), Math.Max(0, most - elsewhere));
        if (!waits) (from, to) = (Math.Max(0, least - surplus + unknown), Math.Max(0, least - surplus + unknown));
        var queued = deliveries.Where(delivery => delivery.IsQueued && !IsDone(delivery)).Sum(delivery => delivery.Pieces(line.Id));
        // An order that has left the filter begins nothing new, but keeps what it has.
        if (!Expected.PassesFilters(order, terms)) from = Math.Min(from, deliveries.Where(delivery => delivery.WasQueued).Sum(delivery => delivery.PiecesBefore(line.Id)));
        Demand(queued >= from && queued <= to, $"line {line.Id}: {queued} pieces in the queue instead of {(from == to ? from : $"{from} to {to}")}");
    }

    private void CheckReports(string place, List<Delivery> frozen)
    {
        foreach (var delivery in frozen.Where(delivery => !IsDone(delivery)))
        {
            var differs = HeadDiffers(delivery);
            Demand(differs is null || IsReported(delivery), $"{delivery.Number} should be ChangedAfterPicking: {differs}");
        }

        var surplus = order.Lines.Where(line =>
        {
            var need = new Need(order, line, terms);
            return InHand(frozen, line, need.ShippedFrom(place)) > need.RemainingAt(place);
        }).ToList();
        Demand(surplus.Count == 0 || frozen.Exists(IsReported), $"ChangedAfterPicking is missing: {place} holds too much of line {string.Join(", ", surplus.Select(line => line.Id))}");
        Demand(surplus.Count > 0 || !frozen.Exists(delivery => IsReported(delivery) && HeadDiffers(delivery) is null), $"ChangedAfterPicking is reported at {place}, but nothing differs");
    }

    private static bool IsReported(Delivery delivery) => delivery.Record?.Reason == ReasonCodes.ChangedAfterPicking;

    // Everything that it holds was shipped from its place by somebody else: it is left alone, because leaving the filter never cancels.
    private bool IsDone(Delivery delivery) => delivery.IsAlive && order.Lines.Where(line => delivery.Pieces(line.Id) > 0).All(line =>
    {
        var need = new Need(order, line, terms);
        return need.RemainingAt(delivery.Place) == 0 && need.ShippedFrom(delivery.Place) >= delivery.Pieces(line.Id);
    });

    // What the warehouse has begun to work on and what has not left yet. Who shipped, the shop does not say: what leaves a place once an order is in the
    // warehouse's hands is that order's, the oldest first.
    private static int InHand(IEnumerable<Delivery> here, OrderLine line, int shipped)
    {
        var (rest, counted) = (0, 0);
        foreach (var delivery in here.Where(delivery => delivery.IsFrozen).OrderBy(delivery => delivery.After.Id))
        {
            var from = Math.Max(counted, delivery.ShippedBefore.GetValueOrDefault(line.Id));
            var left = Math.Clamp(shipped - from, 0, delivery.Pieces(line.Id));
            counted = from + left;
            rest += delivery.Pieces(line.Id) - left;
        }

        return rest;
    }

    private string? HeadDiffers(Delivery delivery)
    {
        var (criterium, date, customer) = Expected.Head(order, terms);
        var lines = Expected.LinesText(delivery.After.Lines.Select(line => (line.Sku!, (int)line.Quantity)));
        return World.Differs(order, new ExpectedOrder(delivery.Number, delivery.Place, lines, criterium, date, customer), delivery.After)
            ?? (delivery.After.Notes == order.Note ? null : $"notes should be {order.Note}, are {delivery.After.Notes}");
    }

    private void Demand(bool condition, string finding)
    {
        if (!condition) _findings.Add(finding);
    }
}
