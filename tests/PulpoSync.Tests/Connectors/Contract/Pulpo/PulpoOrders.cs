using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>Sales orders at a tenant.</summary>
public sealed class PulpoOrders() : DestinationCase<Order>(new PulpoWorld { Rows = 100 })
{
    private PulpoWorld Pulpo => (PulpoWorld)World;

    // What PULPO takes of a text is bounded.
    public override string OddText => OddTexts.Short;

    public override Task<Write<Order>> BadAsync() => Task.FromResult(PulpoSamples.Create(Of("BAD", "plain", "NO-SUCH-SKU")));

    public override int EffectsOf(Write<Order> write) => Pulpo.Tenant.Orders.Count(order => order.Number == write.Ref.Number);

    public override string? TextOf(Write<Order> write) => Pulpo.Tenant.Orders.Single(order => order.Number == write.Ref.Number).Notes;

    protected override Task<Write<Order>> MakeAsync(int number, string text) => Task.FromResult(PulpoSamples.Create(Of($"N-{number}", text, "SKU-1")));

    /// <summary>An order for two pieces.</summary>
    internal static Order Of(string number, string text, string sku)
    {
        var order = PulpoSamples.Order(number, (sku, 2));
        return order with
        {
            Note = text, Email = Canaries.Email, Phone = Canaries.Phone,
            Customer = new Customer { Key = $"gid://shopify/Customer/{number}", Name = Canaries.Name, Email = Canaries.Email },
            ShipTo = order.ShipTo! with { Name = Canaries.Name, Line1 = Canaries.Street, Phone = Canaries.Phone },
        };
    }

    public sealed class Contract(PulpoOrders @case) : DestinationContract<PulpoOrders, Order>(@case);
}
