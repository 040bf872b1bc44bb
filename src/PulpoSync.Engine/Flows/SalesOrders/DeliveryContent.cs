using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>Makes the order that one destination order is written from.</summary>
internal static class DeliveryContent
{
    /// <summary>The order narrowed to what one delivery holds.</summary>
    public static Order ToDelivery(this OrderDraft draft, string location, string? locationName, string number, HeldLines held) => draft.Order with
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
