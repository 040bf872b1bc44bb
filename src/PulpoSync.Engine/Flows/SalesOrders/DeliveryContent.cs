using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>An order as one of its deliveries shows it: the lines and pieces of that delivery, and where it goes.</summary>
internal sealed class DeliveryContent(OrderDraft draft, IReadOnlyList<LocationNeed> needs)
{
    /// <summary>The content of a delivery that is known to the ledger.</summary>
    public Order Of(LedgerRow row, HeldLines held)
    {
        var location = OrderNumbers.LocationOf(row.Part);
        return Of(location, needs.FirstOrDefault(need => need.Key == location)?.Name, row.Number, held);
    }

    /// <summary>The content of a delivery.</summary>
    public Order Of(string location, string? locationName, string number, HeldLines held) => draft.Order with
    {
        Lines = [.. draft.Order.Lines.Where(line => held.Lines.ContainsKey(line.Key)).Select(line => line with { Quantity = held.Lines[line.Key] })],
        Delivery = new OrderDelivery
        {
            Number = number,
            LocationKey = location,
            LocationName = locationName,
            Warehouse = held.Warehouse,
            DeliveryDate = draft.DeliveryDate,
            Criterium = draft.Criterium,
            FallbackCustomer = draft.FallbackCustomer,
        },
    };
}
