using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>Counter sales at a tenant.</summary>
public sealed class PulpoCounterSales() : DestinationCase<CounterSale>(new PulpoWorld { Rows = 100 })
{
    // What PULPO takes of a text is bounded.
    public override string OddText => OddTexts.Short;

    private PulpoWorld Pulpo => (PulpoWorld)World;

    public override Task<Write<CounterSale>> BadAsync() => Task.FromResult(Write("BAD", "plain", "NO-SUCH-SKU"));

    public override int EffectsOf(Write<CounterSale> write) => Pulpo.Tenant.Orders.Count(order => order.Number == write.Ref.Number);

    public override string? TextOf(Write<CounterSale> write) => Pulpo.Tenant.Orders.Single(order => order.Number == write.Ref.Number).Notes;

    protected override Task PrepareAsync()
    {
        Pulpo.Tenant.SetStock("SKU-1", PulpoWorld.Warehouse, 100_000);
        return Pulpo.Fixture.AddCustomerAsync("COUNTER", "Markt 1");
    }

    protected override Task<Write<CounterSale>> MakeAsync(int number, string text) => Task.FromResult(Write($"N-{number}", text, "SKU-1"));

    private static Write<CounterSale> Write(string number, string text, string sku)
    {
        var order = PulpoSamples.WithDelivery(
            PulpoSamples.Order(number, (sku, 1)) with { Note = text, ShipTo = null, Customer = null, Email = Canaries.Email },
            delivery => delivery with { FallbackCustomer = "COUNTER" });
        return new Write<CounterSale>(
            WriteOperation.Create, PulpoSamples.Ref(order, part: ""),
            new CounterSale { Order = order, LocationKey = "gid://shopify/Location/1", LocationName = "Berlin" });
    }

    public sealed class Contract(PulpoCounterSales @case) : DestinationContract<PulpoCounterSales, CounterSale>(@case);
}
