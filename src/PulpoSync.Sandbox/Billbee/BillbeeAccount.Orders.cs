using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Sandbox;

public sealed partial class BillbeeAccount
{
    /// <summary>The orders as they are now, by id.</summary>
    public IReadOnlyList<BillbeeOrder> Orders => Locked(w => w.Orders.Values.ToList());

    /// <summary>
    /// Adds an order and gives it back with its ids. Without a time it is from now; without a shop account it belongs to none;
    /// the customer of the shipping address, the articles of known SKUs and the totals are left as they come.
    /// </summary>
    public BillbeeOrder AddOrder(BillbeeOrder order) => Locked(w => w.Add(order));

    /// <summary>The order as it is now.</summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public BillbeeOrder Order(long id) => Locked(w => Find(w, id));

    /// <summary>Changes an order in any way, such as its quantities or its address; it counts as modified now.</summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public BillbeeOrder ChangeOrder(long id, Func<BillbeeOrder, BillbeeOrder> change) =>
        Locked(w => w.Save(change(Find(w, id)) with { BillBeeOrderId = id }));

    /// <summary>Sets the state of an order, 1 to 16, with the times that go with it.</summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public BillbeeOrder SetState(long id, int state) => Locked(w => BillbeeStates.Set(w, Find(w, id), state));

    /// <summary>Cancels an order: state 8.</summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public BillbeeOrder Cancel(long id) => SetState(id, BillbeeStates.Canceled);

    /// <summary>Deletes an order as Billbee does it: state 6.</summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public BillbeeOrder Delete(long id) => SetState(id, BillbeeStates.Deleted);

    /// <summary>Takes an order away without a trace; false when there is none.</summary>
    public bool RemoveOrder(long id) => Locked(w => w.Remove(id));

    /// <summary>Sets how many of a line were bought, by the line's place in the order; 0 takes the line away.</summary>
    /// <exception cref="InvalidOperationException">There is no such order or line.</exception>
    public BillbeeOrder SetQuantity(long id, int line, decimal quantity) => ChangeOrder(id, order => line >= 0 && line < order.OrderItems.Count
        ? order with { OrderItems = [.. order.OrderItems.Select((i, at) => at == line ? i with { Quantity = quantity } : i).Where(i => i.Quantity != 0)] }
        : throw new InvalidOperationException($"Order {id} has no line {line}."));

    /// <summary>Puts a parcel to an order, as a person does it by hand.</summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public BillbeeShipment AddShipment(long id, BillbeeShipment shipment) => Locked(w => BillbeeParcels.Add(w, Find(w, id), shipment));

    /// <summary>Lets labels for an order be refused with a reason, such as an address that the carrier does not know; null lets them be made again.</summary>
    public void RefuseLabels(long id, string? reason) => Locked(w =>
    {
        if (reason is null) w.RefusedLabels.Remove(id);
        else w.RefusedLabels[id] = reason;
    });

    private static BillbeeOrder Find(BillbeeWorld world, long id) =>
        world.Orders.TryGetValue(id, out var order) ? order : throw new InvalidOperationException($"There is no order {id}.");
}
