using PulpoSync.Sandbox.Pulpo;

namespace PulpoSync.Sandbox;

// Picking, packing and shipping.
public sealed partial class PulpoTenant
{
    /// <summary>The packing orders as they are now.</summary>
    public IReadOnlyList<PulpoPacking> Packings => Locked(w => w.PackingOrders.Rows.Select(p => PackingDump.Of(w, p)).ToList());

    /// <summary>Adds a shipping method, or finds the one of that name; its id.</summary>
    public long AddShippingMethod(PulpoShippingMethod method) => Locked(w => Seeder.ShippingMethod(w, method).Id);

    /// <summary>Gives an order its shipping method, as the tenant's rules or an office clerk may.</summary>
    /// <exception cref="InvalidOperationException">There is no such order or method.</exception>
    public void ChooseShippingMethod(string number, string method) => Change<SalesOrder>(number, (w, o) =>
        w.ShippingMethods.Rows.FirstOrDefault(m => m.Name == method) is { } found
            ? SalesOrderWriter.Store(w, o with { ShippingMethodId = found.Id })
            : new FieldError("shipping_method_id", FieldError.Missing));

    /// <summary>Moves an order on to picking, packing, shipping or ended. All goods are packed on the way, or counted as missing.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or it cannot get there.</exception>
    public void Advance(string number, string state, PackOptions? pack = null) =>
        Change(number, (w, o) => WarehouseFloor.Advance(w, o, state, pack ?? new PackOptions()));

    /// <summary>A worker takes the picking task: what is cancelled from now on has to be brought back.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or it cannot be picked.</exception>
    public void TakePicking(string number) => Change(number, Picking.Take);

    /// <summary>A worker takes the next packing order of an order.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or it has none in queue.</exception>
    public void TakePacking(string number) => Change(number, Packer.Take);

    /// <summary>
    /// Packs the next packing order of an order in packing, or a part of it: what is left waits in a packing order of its own, or is missing.
    /// When nothing is left to pack or to close, the order goes on to shipping.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such order, it is not in packing, or the goods are not there to pack.</exception>
    public PulpoPacking Pack(string number, PackOptions? pack = null) =>
        Locked(w => PackingDump.Of(w, Change(w, number, (_, o) => Packer.Pack(w, o, pack ?? new PackOptions()))));

    /// <summary>Brings boxes that were packed without closing to the shipping position.</summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public void Close(string number) => Change<SalesOrder>(number, (w, o) => Packer.Close(w, o));

    /// <summary>Hands the boxes at the shipping position to the carrier; the order ends when all of it is gone.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or it has no boxes there.</exception>
    public void Ship(string number) => Change(number, Despatch.Ship);

    /// <summary>Gives a packed box a tracking, or its tracking another content.</summary>
    /// <exception cref="InvalidOperationException">There is no such box.</exception>
    public void Track(long boxId, PackLabel label) => Locked(w => Done($"Box {boxId}", Labelling.Change(w, boxId, label)));
}
