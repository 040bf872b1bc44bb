using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

public sealed partial class ShopifyShop
{
    private Catalog? _catalog;

    /// <summary>Fills the shop with orders and gives them back. Times lie in the past, as the seed says.</summary>
    public IReadOnlyList<Order> Seed(ShopSeed seed)
    {
        lock (Sync)
        {
            _catalog ??= Catalog.Create(this, seed);
            var from = seed.From ?? (_time.GetUtcNow() - seed.Spread);
            var step = seed.Orders > 1 ? seed.Spread / (seed.Orders - 1) : TimeSpan.Zero;
            var maker = new OrderMaker(this, _catalog, seed);
            var orders = new List<Order>(seed.Orders);
            try
            {
                for (var i = 0; i < seed.Orders; i++)
                {
                    _pretendedNow = from + (step * i);
                    orders.Add(maker.Make(i));
                }
            }
            finally
            {
                _pretendedNow = null;
            }
            return orders;
        }
    }

    /// <summary>Lets time pass for what is being seeded, but not beyond the real present.</summary>
    internal void Pretend(TimeSpan later)
    {
        var then = _pretendedNow!.Value + later;
        _pretendedNow = then > _time.GetUtcNow() ? _time.GetUtcNow() : then;
    }
}
