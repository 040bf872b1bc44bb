using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// Stock: what people do to it, and what orders do.
public sealed partial class ShopifyShop
{
    private readonly List<StockAdjustment> _adjustments = [];

    /// <summary>All stock levels as they now are, by variant and location.</summary>
    public IReadOnlyList<LevelSnapshot> Levels
    {
        get
        {
            lock (Sync)
            {
                return
                [
                    .. _variants.Values.SelectMany(v => v.Levels.OrderBy(l => l.Location.Id)).Select(l => new LevelSnapshot(
                        l.Variant.Sku, l.Location.Name, l.Available, l.OnHand, l.Committed, l.Incoming, l.IsActive, l.Variant.IsTracked, l.UpdatedAt)),
                ];
            }
        }
    }

    /// <summary>What apps changed about stock, oldest first.</summary>
    public IReadOnlyList<StockAdjustment> Adjustments
    {
        get { lock (Sync) return [.. _adjustments]; }
    }

    /// <summary>The stock of a variant at a location; null when it was never stocked there.</summary>
    public InventoryLevel? FindLevel(ProductVariant variant, Location location)
    {
        lock (Sync) return variant.LevelList.Find(l => l.Location == location && l.Exists);
    }

    /// <summary>Sets what is available, as a person in the admin; a location that did not stock the variant does so from now on.</summary>
    public InventoryLevel SetStock(ProductVariant variant, Location location, int available) =>
        Change(LevelOf(variant, location), isActive: true, level => level.Available = available);

    /// <summary>Sets what lies there: what no order waits for of it becomes available.</summary>
    public InventoryLevel SetOnHand(ProductVariant variant, Location location, int onHand) =>
        Change(LevelOf(variant, location), isActive: true, level => level.Available += onHand - level.OnHand);

    /// <summary>Adds to what is available, or takes from it.</summary>
    public InventoryLevel AdjustStock(ProductVariant variant, Location location, int delta) =>
        Change(LevelOf(variant, location), isActive: true, level => level.Available += delta);

    /// <summary>Sets how much is there or to come without being for sale. What is available stays.</summary>
    public InventoryLevel SetUnsellable(ProductVariant variant, Location location, UnsellableStock kind, int quantity) =>
        Change(LevelOf(variant, location), isActive: true, level => Put(level, kind, quantity));

    /// <summary>Stocks a variant at a location, or no longer. Its quantities there stay.</summary>
    public InventoryLevel SetStocked(ProductVariant variant, Location location, bool isStocked) =>
        Change(LevelOf(variant, location), isStocked, _ => { });

    /// <summary>Lets so many of the next mutations that demand <c>@idempotent</c> be told that the same request is still at work; nothing is done.</summary>
    public void PretendConcurrentRequests(int count = 1)
    {
        lock (Sync) Idempotency.Concurrent = count;
    }

    internal StockAdjustment Record(string reason, string? referenceDocumentUri, IReadOnlyList<StockChange> changes)
    {
        var adjustment = new StockAdjustment(NextId(), Now, reason, referenceDocumentUri, changes);
        _adjustments.Add(adjustment);
        return adjustment;
    }

    /// <summary>Changes a level that apps set, too: one that did not exist comes into being as it is asked to.</summary>
    internal InventoryLevel Change(InventoryLevel level, bool isActive, Action<InventoryLevel> change)
    {
        lock (Sync)
        {
            if (!level.Exists)
            {
                // What orders took before there was anything to take from is no debt.
                level.Available = 0;
                level.CreatedAt = Now;
                level.Exists = true;
            }
            level.IsActive = isActive;
            change(level);
            Touch(level);
            return level;
        }
    }

    internal InventoryLevel? FindLevel(long levelId, long? inventoryItemId) =>
        _variants.GetValueOrDefault(ProductVariant.IdOfItem(inventoryItemId ?? 0))?.Levels.FirstOrDefault(l => l.Location.LevelId == levelId);

    internal InventoryLevel LevelOf(ProductVariant variant, Location location)
    {
        lock (Sync)
        {
            var level = variant.LevelList.Find(l => l.Location == location);
            if (level is null) variant.LevelList.Add(level = new InventoryLevel(variant, location));
            return level;
        }
    }

    private static void Put(InventoryLevel level, UnsellableStock kind, int quantity)
    {
        switch (kind)
        {
            case UnsellableStock.Incoming: level.Incoming = quantity; break;
            case UnsellableStock.Reserved: level.Reserved = quantity; break;
            case UnsellableStock.Damaged: level.Damaged = quantity; break;
            case UnsellableStock.QualityControl: level.QualityControl = quantity; break;
            case UnsellableStock.SafetyStock: level.SafetyStock = quantity; break;
            default: throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    // An order waits for so many, or for so many fewer: they are no longer available, or are so again.
    private void Commit(OrderLine line, Location location, int quantity) => Move(line, location, quantity, -quantity);

    // Goods go out, or come back into the parcel they were in: they are no longer waited for, or are so again.
    private void Ship(OrderLine line, Location location, int quantity) => Move(line, location, -quantity, 0);

    // Goods that an order no longer waits for are lost.
    private void WriteOff(OrderLine line, Location location, int quantity) => Move(line, location, -quantity, 0);

    // Goods come back from a customer and can be sold again.
    private void TakeBack(OrderLine line, Location location, int quantity) => Move(line, location, 0, quantity);

    private void Move(OrderLine line, Location location, int demand, int available)
    {
        if (line.Variant is not { } variant || (demand == 0 && available == 0)) return;
        var level = LevelOf(variant, location);
        level.Demand += demand;
        if (!variant.IsTracked) return;
        level.Available += available;
        if (level.Exists) Touch(level);
    }

    private void Touch(InventoryLevel level)
    {
        level.UpdatedAt = Now;
        level.Variant.Product.UpdatedAt = Now;
    }
}
