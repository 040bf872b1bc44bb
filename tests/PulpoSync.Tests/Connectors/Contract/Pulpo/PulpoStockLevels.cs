using PulpoSync.Torture.Mutations;
using System.Globalization;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>Stock of a tenant.</summary>
public sealed class PulpoStockLevels() : SourceCase<StockLevel>(new PulpoWorld { Goods = [] })
{
    private readonly Dictionary<string, string> _skus = [];

    public override string ListOperation => "GET /api/v1/inventory/products";

    // What is on hand needs everything that is available, and more.
    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Quantity"] = "OnHand" };

    public override string UnknownKey => $"{Keys[0].Split('/')[0]}/999999";

    public override string OddText => OddTexts.Number;

    private PulpoWorld Pulpo => (PulpoWorld)World;

    public override string KeyOf(StockLevel record) => record.Key;

    public override IEnumerable<string?> TextsOf(StockLevel record) => [record.Sku, record.Warehouse, record.Available.ToString(CultureInfo.InvariantCulture)];

    public override Task ChangeAsync(string key)
    {
        Pulpo.Tenant.Receive(_skus[key], PulpoWorld.Warehouse, 3);
        return Task.CompletedTask;
    }

    protected override async Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        var sku = text == OddText ? text : $"ART-{number}";
        var product = Pulpo.Tenant.AddProduct(sku);
        Pulpo.Tenant.SetStock(sku, PulpoWorld.Warehouse, number);
        var places = (await World.Connect().CheckAsync(Engine.Contracts.CheckRequest.Credential, default)).Warehouses;
        var key = string.Create(CultureInfo.InvariantCulture, $"{places.Single().Key}/{product}");
        _skus[key] = sku;
        return (key, sku);
    }

    public sealed class Contract(PulpoStockLevels @case) : SourceContract<PulpoStockLevels, StockLevel>(@case);
}
