using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Orders;

/// <summary>An order as it was read: the canonical one, or why it cannot be read.</summary>
/// <param name="Key">Billbee's id.</param>
/// <param name="Number">Number, where it has one.</param>
/// <param name="ModifiedAt">When Billbee last changed it; null where it does not say.</param>
/// <param name="Order">The order; null where it cannot be read.</param>
/// <param name="Failure">Why it cannot.</param>
internal sealed record BillbeeReadOrder(string Key, string? Number, DateTimeOffset? ModifiedAt, Order? Order, Failure? Failure)
{
    /// <summary>The page of some orders.</summary>
    public static Page<Order> Page(IReadOnlyList<BillbeeReadOrder> orders, string? cursor) => new([.. orders.Select(read => read.Order).OfType<Order>()], cursor)
    {
        Unreadable = [.. orders.Where(read => read.Failure is not null).Select(read => (read.Key, read.Number, read.Failure!))],
    };
}
