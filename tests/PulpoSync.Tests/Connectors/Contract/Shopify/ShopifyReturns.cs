using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox.Shopify;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>Returns registered at a shop.</summary>
public sealed class ShopifyReturns() : DestinationCase<GoodsReturn>(new ShopifyWorld())
{
    public override string OddText => OddTexts.Short;

    public override Task<Write<GoodsReturn>> BadAsync() => Task.FromResult(Write(0, "gid://shopify/Order/999999999", "gid://shopify/LineItem/1", "plain", null));

    public override int EffectsOf(Write<GoodsReturn> write) => OrderOf(World, write)?.Returns.Count ?? 0;

    public override string? TextOf(Write<GoodsReturn> write) => OrderOf(World, write)!.Returns.Single().Lines.Single().Note[$"PULPO {write.Record.Number}: ".Length..];

    protected override Task<Write<GoodsReturn>> MakeAsync(int number, string text) => Task.FromResult(Make(World, number, text, null));

    internal static PulpoSync.Sandbox.Shopify.Order? OrderOf(SystemWorld world, Write<GoodsReturn> write) => ((ShopifyWorld)world).Shop.FindOrder(write.Record.OrderKey!);

    /// <summary>A write for a mug of an order that has left.</summary>
    internal static Write<GoodsReturn> Make(SystemWorld world, int number, string text, RefundTerms? refund)
    {
        var order = ((ShopifyWorld)world).Ordered();
        ((ShopifyWorld)world).Shop.Fulfill(order.FulfillmentOrders[0]);
        return Write(number, order.Gid, Gids.Of("LineItem", order.Lines[0].Id), text, refund);
    }

    internal static Write<GoodsReturn> Write(int number, string order, string line, string text, RefundTerms? refund)
    {
        var record = SomeReturn.Of(SomeReturn.Goods(1, line, "MUG", note: text)) with
        {
            Key = $"7/RE-{number}", Number = $"RE-{number}", OrderKey = order, Refund = refund,
        };
        var part = refund is null ? GoodsReturn.RegistrationPart : GoodsReturn.RefundPart;
        return new Write<GoodsReturn>(WriteOperation.Create, new RecordRef("pulpo:x", record.Key, part, $"{number} ({record.Number})", null, order), record);
    }

    public sealed class Contract(ShopifyReturns @case) : DestinationContract<ShopifyReturns, GoodsReturn>(@case);
}
