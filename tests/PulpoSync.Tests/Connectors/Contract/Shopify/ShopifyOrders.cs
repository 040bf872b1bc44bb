using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>Orders of a shop.</summary>
public sealed class ShopifyOrders() : SourceCase<Order>(new ShopifyWorld())
{
    public override string ListOperation => "OrdersPage";

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["PageSize"] = "3" };

    public override string UnknownKey => "gid://shopify/Order/999999999";

    private ShopifyWorld Shopify => (ShopifyWorld)World;

    public override string KeyOf(Order record) => record.Key;

    public override IEnumerable<string?> TextsOf(Order record) => [record.Note, record.Number];

    public override Task ChangeAsync(string key)
    {
        Shopify.Shop.AddTags(Shopify.Shop.FindOrder(key)!, $"changed-{Guid.NewGuid():N}");
        return Task.CompletedTask;
    }

    protected override Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        var order = Shopify.Ordered(text);
        return Task.FromResult((order.Gid, order.Name));
    }

    public sealed class Contract(ShopifyOrders @case) : SourceContract<ShopifyOrders, Order>(@case);
}
