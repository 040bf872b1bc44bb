using PulpoSync.Torture.Mutations;
using System.Globalization;
using PulpoSync.Records;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Contract.Billbee;

/// <summary>Articles of a Billbee account, all of which are read each time.</summary>
public sealed class BillbeeProducts() : SourceCase<Product>(new BillbeeWorld { Goods = [] })
{
    public override string ListOperation => "GET /api/v1/products";

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["PageSize"] = "3" };

    public override bool HasCursor => false;

    public override string UnknownKey => "999999998";

    public override string OddText => OddTexts.Short;

    private BillbeeWorld Account => (BillbeeWorld)World;

    public override string KeyOf(Product record) => record.Key;

    public override IEnumerable<string?> TextsOf(Product record) => [record.Title, record.Sku];

    public override Task ChangeAsync(string key)
    {
        Account.Billbee.ChangeProduct(NameOf(key), article => article with { Price = article.Price + 1 });
        return Task.CompletedTask;
    }

    protected override Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        var article = Account.Billbee.AddProduct(new BillbeeProduct
        {
            SKU = number == 1 ? OddTexts.Number : $"ART-{number}", Title = [new BillbeeText { LanguageCode = "DE", Text = text }], Price = 5,
        });
        return Task.FromResult((article.Id!.Value.ToString(CultureInfo.InvariantCulture), article.SKU!));
    }

    public sealed class Contract(BillbeeProducts @case) : SourceContract<BillbeeProducts, Product>(@case);
}
