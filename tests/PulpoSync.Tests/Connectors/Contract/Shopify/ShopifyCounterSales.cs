using PulpoSync.Torture.Mutations;
using PulpoSync.Records;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>Sales at the tills of a shop, between orders of its web shop.</summary>
public sealed class ShopifyCounterSales() : SourceCase<CounterSale>(new ShopifyWorld())
{
    public override string ListOperation => "CounterSalesPage";

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["PageSize"] = "3" };

    public override string OddText => OddTexts.Short;

    public override string UnknownKey => "gid://shopify/Order/999999999";

    private ShopifyWorld Shopify => (ShopifyWorld)World;

    public override string KeyOf(CounterSale record) => record.Order.Key;

    public override IEnumerable<string?> TextsOf(CounterSale record) => record.Order.Lines.Select(line => line.Title);

    public override Task ChangeAsync(string key)
    {
        Shopify.Shop.AddTags(Shopify.Shop.FindOrder(key)!, $"changed-{Guid.NewGuid():N}");
        return Task.CompletedTask;
    }

    protected override Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        Shopify.Ordered();
        var sale = Shopify.Shop.SellAtCounter("Berlin", new OrderDraft
        {
            Lines = [new OrderLineDraft { Sku = "MUG", Quantity = 2, Title = text }], Customer = new CustomerDraft(Canaries.FirstName, Canaries.LastName, Canaries.Email),
        });
        return Task.FromResult((sale.Gid, sale.Name));
    }

    public sealed class Contract(ShopifyCounterSales @case) : SourceContract<ShopifyCounterSales, CounterSale>(@case);
}
