using PulpoSync.Torture.Mutations;
using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Contract.Billbee;

/// <summary>Stock levels of a Billbee account.</summary>
public sealed class BillbeeStock() : DestinationCase<StockLevel>(new BillbeeWorld())
{
    private const int Told = 5;

    public override string OddText => OddTexts.Number;

    public override bool Finds => false;

    private BillbeeWorld Account => (BillbeeWorld)World;

    public override Task<Write<StockLevel>> BadAsync() => Task.FromResult(Write("NOT-SOLD"));

    public override int EffectsOf(Write<StockLevel> write) => AsTold(write).Count();

    public override string? TextOf(Write<StockLevel> write) => AsTold(write).Single().SKU;

    protected override Task<Write<StockLevel>> MakeAsync(int number, string text)
    {
        var sku = text == OddText ? text : $"S-{number}";
        Account.Billbee.AddProduct(sku);
        return Task.FromResult(Write(sku));
    }

    private IEnumerable<BillbeeProduct> AsTold(Write<StockLevel> write) =>
        Account.Billbee.Products.Where(article => article.SKU == write.Record.Sku && article.StockCurrent == Told);

    private Write<StockLevel> Write(string sku)
    {
        var place = Account.Billbee.StockPlaces[0];
        return new Write<StockLevel>(
            WriteOperation.Update, new RecordRef("pulpo:x", $"1/{sku}", "", sku),
            new StockLevel
            {
                Key = $"1/{sku}", Sku = sku, Warehouse = "Berlin", WarehouseKey = "1", Available = Told,
                Target = new StockTarget
                {
                    LocationKey = place.Id!.Value.ToString(CultureInfo.InvariantCulture), Location = place.Name!, Measure = StockMeasure.Available, Quantity = Told,
                },
            });
    }

    public sealed class Contract(BillbeeStock @case) : DestinationContract<BillbeeStock, StockLevel>(@case);
}
