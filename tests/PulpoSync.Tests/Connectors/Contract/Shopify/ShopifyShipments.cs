using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox.Shopify;
using Order = PulpoSync.Sandbox.Shopify.Order;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>Shipments of a shop's orders.</summary>
public sealed class ShopifyShipments() : DestinationCase<PackedGoods>(new ShopifyWorld())
{
    public override string OddText => OddTexts.Number;

    public override bool Finds => false;

    private ShopifyWorld Shopify => (ShopifyWorld)World;

    public override Task<Write<PackedGoods>> BadAsync() => Task.FromResult(Write("bad", "gid://shopify/Order/999999999", "gid://shopify/LineItem/1", "T"));

    public override int EffectsOf(Write<PackedGoods> write) => Shipments(write).Count;

    public override string? TextOf(Write<PackedGoods> write) => Shipments(write).Single().Tracking.Single().Number;

    protected override Task<Write<PackedGoods>> MakeAsync(int number, string text)
    {
        var order = Shopify.Ordered();
        return Task.FromResult(Write($"{number}", order.Gid, Gids.Of("LineItem", order.Lines[0].Id), text == OddText ? text : $"T-{number}"));
    }

    private IReadOnlyList<Fulfillment> Shipments(Write<PackedGoods> write) => Shopify.Shop.FindOrder(write.Record.OrderKey)?.Fulfillments ?? [];

    private static Write<PackedGoods> Write(string number, string order, string line, string tracking)
    {
        var goods = new PackedGoods
        {
            Key = number, Number = $"N-{number}", Account = "shopify:acme.myshopify.com", OrderKey = order, State = PackingState.Packed,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            Lines = [new PackedLine(line, "MUG", 2)], Parcels = [new Parcel { Trackings = [new Tracking(tracking, null, "dhl")] }], Telling = new ShipmentTelling(false),
        };
        return new Write<PackedGoods>(WriteOperation.Create, new RecordRef("pulpo:x", goods.Key, "", goods.Number), goods);
    }

    public sealed class Contract(ShopifyShipments @case) : DestinationContract<ShopifyShipments, PackedGoods>(@case);
}
