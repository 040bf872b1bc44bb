namespace PulpoSync.Sandbox.Billbee;

/// <summary>
/// What an order does to stock: as soon as it is ordered it is taken off the default location's quantity and counted there as open (reserved); once it is
/// shipped it is no longer open. An offer, and an order that is called off, does neither. Documented by Billbee's help for the states ordered, confirmed,
/// offered, cancelled and deleted; inferred for the others, and for bills of materials, which move their own quantity here.
/// </summary>
internal static class BillbeeReservations
{
    /// <summary>Books what becomes different with an order.</summary>
    /// <param name="world">Account.</param>
    /// <param name="before">The order as it was; null for a new one.</param>
    /// <param name="after">The order as it is; null for one that is gone.</param>
    public static void Book(BillbeeWorld world, BillbeeOrder? before, BillbeeOrder? after)
    {
        var pieces = new Dictionary<string, (decimal Taken, decimal Open)>(StringComparer.Ordinal);
        Add(pieces, before, -1);
        Add(pieces, after, 1);
        foreach (var (sku, (taken, open)) in pieces)
        {
            if ((taken == 0 && open == 0) || world.ProductOfSku(sku) is not { } product) continue;
            BillbeeStockWriter.Change(world, product, null, row => row with
            {
                StockCurrent = row.StockCurrent - taken, UnfulfilledAmount = (row.UnfulfilledAmount ?? 0) + open,
            });
        }
    }

    private static void Add(Dictionary<string, (decimal Taken, decimal Open)> pieces, BillbeeOrder? order, int sign)
    {
        if (order is null || !IsTaken(order.State)) return;
        foreach (var item in order.OrderItems.Where(item => !item.DontAdjustStock && item.Product?.SKU is { Length: > 0 }))
        {
            var (taken, open) = pieces.GetValueOrDefault(item.Product!.SKU!);
            var count = sign * (item.Quantity ?? 0);
            pieces[item.Product.SKU!] = (taken + count, open + (IsOpen(order.State) ? count : 0));
        }
    }

    private static bool IsTaken(int? state) => state is not (null or BillbeeStates.Deleted or BillbeeStates.Canceled or BillbeeStates.NotUsed or BillbeeStates.Offered);

    private static bool IsOpen(int? state) => state is not (BillbeeStates.Shipped or BillbeeStates.Reclamation or BillbeeStates.Closed or BillbeeStates.Archived);
}
