namespace PulpoSync.Sandbox;

/// <summary>A product's stock in a warehouse as it lies in the tenant, for checks that do not go through the API.</summary>
/// <param name="Sku">The product's SKU.</param>
/// <param name="Warehouse">The warehouse's name.</param>
/// <param name="Available">What PULPO says can be sold: in storage, without what is reserved or waits to be moved away.</param>
/// <param name="Reserved">What orders in queue and picking wait for.</param>
/// <param name="Storage">In storage.</param>
/// <param name="Shop">At the counter.</param>
/// <param name="Picked">Picked and not packed, or on the way back after an order was cancelled.</param>
/// <param name="Packed">Packed and still in the house.</param>
/// <param name="Received">Come in and not put away.</param>
/// <param name="Returned">At the return position.</param>
public sealed record PulpoStock(
    string Sku, string Warehouse, long Available, long Reserved, long Storage, long Shop, long Picked, long Packed, long Received, long Returned)
{
    /// <summary>All that is in the house and not on its way out or returned.</summary>
    public long OnHand => Storage + Shop + Picked + Received;
}
