using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>Stock levels of a shop.</summary>
public sealed class ShopifyStock() : DestinationCase<StockLevel>(new ShopifyWorld())
{
    private const string Place = "Berlin";
    private const int Told = 5;

    public override string OddText => OddTexts.Number;

    public override bool Finds => false;

    private ShopifyShop Shop => ((ShopifyWorld)World).Shop;

    public override Task<Write<StockLevel>> BadAsync() => Task.FromResult(Write("NOT-SOLD"));

    public override int EffectsOf(Write<StockLevel> write) => LevelsAsTold(write).Count();

    public override string? TextOf(Write<StockLevel> write) => LevelsAsTold(write).Single().Sku;

    protected override Task<Write<StockLevel>> MakeAsync(int number, string text)
    {
        var sku = text == OddText ? text : $"S-{number}";
        Shop.AddProduct(new ProductDraft { Title = sku, Sku = sku, Stock = new Dictionary<string, int> { [Place] = 0 } });
        return Task.FromResult(Write(sku));
    }

    private IEnumerable<LevelSnapshot> LevelsAsTold(Write<StockLevel> write) =>
        Shop.Levels.Where(level => level.Sku == write.Record.Sku && level.Location == Place && level.Available == Told);

    private Write<StockLevel> Write(string sku) => new(
        WriteOperation.Update, new RecordRef("pulpo:x", $"1/{sku}", "", sku),
        new StockLevel
        {
            Key = $"1/{sku}", Sku = sku, Warehouse = Place, WarehouseKey = "1", Available = Told,
            Target = new StockTarget
            {
                LocationKey = Shop.Locations.Single(place => place.Name == Place).Gid, Location = Place, Measure = StockMeasure.Available, Quantity = Told,
            },
        });

    public sealed class Contract(ShopifyStock @case) : DestinationContract<ShopifyStock, StockLevel>(@case);
}
