using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>Refunds at a shop.</summary>
public sealed class ShopifyRefunds() : DestinationCase<GoodsReturn>(new ShopifyWorld())
{
    private static readonly RefundTerms Terms = new(Goods: true, Shipping: false, NotifyCustomer: false);

    public override string? OddText => null;

    public override Task<Write<GoodsReturn>> BadAsync() =>
        Task.FromResult(ShopifyReturns.Write(0, "gid://shopify/Order/999999999", "gid://shopify/LineItem/1", "plain", Terms));

    public override int EffectsOf(Write<GoodsReturn> write) => ShopifyReturns.OrderOf(World, write)?.Refunds.Count ?? 0;

    public override string? TextOf(Write<GoodsReturn> write) => null;

    protected override Task<Write<GoodsReturn>> MakeAsync(int number, string text) => Task.FromResult(ShopifyReturns.Make(World, number, text, Terms));

    public sealed class Contract(ShopifyRefunds @case) : DestinationContract<ShopifyRefunds, GoodsReturn>(@case);
}
