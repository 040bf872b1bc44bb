using PulpoSync.Cli.Rendering;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Cli.Demo;

/// <summary>What happens between the demo's two runs, in the shop and in the warehouse.</summary>
internal sealed class DemoChanges(DemoWorld world)
{
    private readonly ShopifyShop _shop = world.Busy;

    /// <summary>Lets it happen.</summary>
    /// <returns>One line each, for people.</returns>
    public IReadOnlyList<string> Make()
    {
        // Orders without any peculiarity, so that each shows one thing.
        var orders = new Queue<Order>(_shop.Orders.Where(order => order.Traits.Count == 0));
        return
        [
            $"Meanwhile {Words.Count(Release(), "order")} released from hold in the busy shop",
            $"{Words.Count(Take(orders, 2, OneMore), "order")} edited",
            $"{Words.Count(Take(orders, 1, Readdress), "order")} sent to another address",
            $"{Words.Count(Take(orders, 1, Move), "order")} moved to another location",
            $"{Words.Count(Take(orders, 2, order => _shop.Cancel(order)), "order")} cancelled",
            $"{Words.Count(Take(orders, 1, After("picking", OneMore)), "order")} given one more piece when the warehouse was picking it already",
            $"{Words.Count(Take(orders, 1, After("picking", Readdress)), "order")} sent to another address when the warehouse was picking it already",
            $"{Words.Count(Take(orders, 1, After("shipping", order => _shop.Cancel(order))), "order")} cancelled when the parcel was leaving already",
            $"{Words.Count(_shop.Seed(new ShopSeed { Seed = 3, Orders = 3, Plain = true, Spread = TimeSpan.FromMinutes(5) }).Count, "order")} bought",
        ];
    }

    private void OneMore(Order order) => _shop.SetQuantity(order.Lines[0], order.Lines[0].CurrentQuantity + 1);

    private void Readdress(Order order) => _shop.SetShippingAddress(order, order.ShippingAddress! with { Address1 = "Neue Straße 7" });

    private void Move(Order order) =>
        _shop.Move(order.FulfillmentOrders[0], _shop.Locations.First(location => location != order.FulfillmentOrders[0].Location));

    private Action<Order> After(string state, Action<Order> change) => order =>
    {
        world.Pulpo.Advance($"{DemoSetup.BusyPrefix}{order.Number}", state);
        change(order);
    };

    private static int Take(Queue<Order> orders, int count, Action<Order> change)
    {
        for (var i = 0; i < count; i++) change(orders.Dequeue());
        return count;
    }

    private int Release()
    {
        var held = _shop.Orders.SelectMany(order => order.FulfillmentOrders).Where(part => part.Status == FulfillmentOrderStatus.OnHold).ToList();
        foreach (var part in held) _shop.ReleaseHold(part);
        return held.Select(part => part.Order).Distinct().Count();
    }
}
