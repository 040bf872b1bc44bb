using PulpoSync.Sandbox.Pulpo;

namespace PulpoSync.Sandbox;

// Stock: what comes in, is counted, corrected and moved.
public sealed partial class PulpoTenant
{
    /// <summary>The stock of every product in every warehouse where there ever was some, or where orders wait for it.</summary>
    public IReadOnlyList<PulpoStock> Stock => Locked(w => StockDump.Of(w).ToList());

    /// <summary>A product's stock in a warehouse.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse.</exception>
    public PulpoStock StockOf(string sku, string warehouse) => Locked(w => StockDump.Of(w, ProductOf(w, sku), WarehouseOf(w, warehouse)));

    /// <summary>Goods were there before anybody looked.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse.</exception>
    public void SetStock(string sku, string warehouse, long quantity, PulpoPlace place = PulpoPlace.Storage) => Locked(w =>
    {
        var key = KeyOf(w, sku, warehouse);
        StockBook.Adjust(w, key.ProductId, w.Place(key.WarehouseId, place), quantity - StockBook.At(w, key, place), new StockCause("initial_stock"));
    });

    /// <summary>Goods come in, into storage at once or to be put away later.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse, or nothing comes.</exception>
    public void Receive(string sku, string warehouse, long quantity, PulpoPlace place = PulpoPlace.Storage) =>
        Locked(w => Done($"Product '{sku}'", Receipts.Receive(w, KeyOf(w, sku, warehouse), quantity, place, null)));

    /// <summary>Goods of one lot, or a piece with its serial number, come into storage.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse, or it has no such numbers.</exception>
    public void Receive(string sku, string warehouse, PackBatch batch) =>
        Locked(w => Done($"Product '{sku}'", Receipts.Receive(w, KeyOf(w, sku, warehouse), batch.Quantity, PulpoPlace.Storage, batch)));

    /// <summary>People correct the stock; negative takes off.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse, or there would be less than nothing.</exception>
    public void Correct(string sku, string warehouse, long delta, PulpoPlace place = PulpoPlace.Storage) =>
        Locked(w => Done($"Product '{sku}'", Corrections.Correct(w, KeyOf(w, sku, warehouse), delta, place)));

    /// <summary>People count the stock, and the count is audited.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse, or the count is negative.</exception>
    public void Count(string sku, string warehouse, long counted, PulpoPlace place = PulpoPlace.Storage) =>
        Locked(w => Done($"Product '{sku}'", Counts.Close(w, KeyOf(w, sku, warehouse), counted, place)));

    /// <summary>Plans to move goods: they stay where they are until <see cref="FinishMovement"/>, but those in storage are reserved. The task's id.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse, or not as many goods.</exception>
    public long PlanMovement(string sku, string warehouse, long quantity, PulpoPlace from, PulpoPlace to) =>
        Locked(w => Done($"Product '{sku}'", Movements.Add(w, KeyOf(w, sku, warehouse), quantity, from, to)).Id);

    /// <summary>Moves the goods of a movement task.</summary>
    /// <exception cref="InvalidOperationException">There is no such task, or it is done.</exception>
    public void FinishMovement(long id) => Locked(w =>
    {
        var task = w.ReplenishmentOrders.Find(id) ?? throw new InvalidOperationException($"There is no movement task {id}.");
        return Done($"Movement task {id}", Movements.Finish(w, task));
    });

    /// <summary>Moves goods at once.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse, or not as many goods.</exception>
    public void Move(string sku, string warehouse, long quantity, PulpoPlace from, PulpoPlace to) =>
        FinishMovement(PlanMovement(sku, warehouse, quantity, from, to));

    /// <summary>Puts returned goods back where they are for sale.</summary>
    /// <exception cref="InvalidOperationException">There is no such product or warehouse, or not as many goods.</exception>
    public void MoveReturnToStorage(string sku, string warehouse, long quantity) =>
        Move(sku, warehouse, quantity, PulpoPlace.Return, PulpoPlace.Storage);

    /// <summary>Brings the goods of a cancelled order back to storage; until then they are at the packing or shipping position.</summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public void BringBack(string number) => Change<SalesOrder>(number, (w, o) =>
    {
        foreach (var task in w.MovementsByOrder.Find(PulpoWorld.IdKey(o.Id)).Where(t => TaskState.IsOpen(t.State)).ToList()) Movements.Finish(w, task);
        return o;
    });

    private static StockKey KeyOf(PulpoWorld world, string sku, string warehouse) => new(ProductOf(world, sku).Id, WarehouseOf(world, warehouse).Id);

    private static Product ProductOf(PulpoWorld world, string sku) =>
        world.ProductsBySku.Find(sku).FirstOrDefault(p => !p.Deleted) ?? throw new InvalidOperationException($"There is no product '{sku}'.");

    private static Warehouse WarehouseOf(PulpoWorld world, string name) =>
        world.Warehouses.Rows.FirstOrDefault(w => w.Name == name) ?? throw new InvalidOperationException($"There is no warehouse '{name}'.");
}
