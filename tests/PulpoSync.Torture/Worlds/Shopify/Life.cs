using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds.Shopify;

/// <summary>How much has happened: two sides on which nothing happens are equal too.</summary>
internal sealed record Life
{
    private readonly int _orders;
    private readonly int _cancelled;
    private readonly int _split;
    private readonly int _sales;
    private readonly int _packings;
    private readonly int _inParts;
    private readonly int _returns;
    private readonly int _shipments;
    private readonly int _notes;

    public Life(ShopifyShop shop, PulpoTenant tenant)
    {
        var sent = tenant.Orders;
        _orders = shop.Orders.Count(order => order.RetailLocation is null);
        _sales = shop.OrderCount - _orders;
        _cancelled = sent.Count(order => order.State == "cancelled");
        _split = sent.Count(order => order.Number.Contains('_', StringComparison.Ordinal));
        _packings = tenant.Packings.Count;
        _inParts = tenant.Packings.GroupBy(packing => packing.Order).Count(packings => packings.Count() > 1);
        _returns = shop.Orders.Sum(order => order.Returns.Count);
        _shipments = shop.Orders.SelectMany(order => order.Fulfillments).Count(shipment => !shipment.IsCancelled);
        _notes = shop.Orders.Count(order => order.Note is not null);
    }

    /// <summary>True where enough of everything has happened, for so many orders.</summary>
    public bool IsFull(int orders) => _orders >= orders * 0.9 && new[] { _cancelled, _split, _sales, _inParts, _returns, _notes }.All(count => count >= orders / 60)
        && _packings > orders / 2 && _shipments > orders / 2;

    public override string ToString() =>
        $"{_orders} orders, {_sales} counter sales, {_cancelled} cancelled in the warehouse, {_split} parts of split orders, {_packings} packings, {_inParts} orders packed in parts, "
        + $"{_shipments} shipments in the shop, {_returns} returns, {_notes} notes";
}
