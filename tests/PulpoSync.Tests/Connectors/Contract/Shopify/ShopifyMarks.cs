using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>Tags and lines of the note on a shop's orders.</summary>
public sealed class ShopifyMarks() : DestinationCase<OrderProgress>(new ShopifyWorld())
{
    private const string Tag = "in-warehouse";

    public override string OddText => OddTexts.Short;

    public override bool Finds => false;

    private ShopifyWorld Shopify => (ShopifyWorld)World;

    public override Task<Write<OrderProgress>> BadAsync() => Task.FromResult(Write("bad", "gid://shopify/Order/999999999", "lot"));

    public override int EffectsOf(Write<OrderProgress> write)
    {
        if (Shopify.Shop.FindOrder(write.Record.OrderKey) is not { } order) return 0;
        // What people wrote and tagged stays, whatever happens.
        Assert.Equal(Canaries.Note, OwnNote.Without(order.Note));
        Assert.Contains("vip", order.Tags);
        return Lines(write).Count * order.Tags.Count(tag => tag == Tag);
    }

    public override string? TextOf(Write<OrderProgress> write) => Lines(write).Single();

    protected override Task<Write<OrderProgress>> MakeAsync(int number, string text)
    {
        var order = Shopify.Ordered();
        Shopify.Shop.AddTags(order, "vip");
        return Task.FromResult(Write($"{number}", order.Gid, text));
    }

    private List<string> Lines(Write<OrderProgress> write)
    {
        var mark = $"[PulpoSync {write.Ref.Number}] ";
        var lines = Shopify.Shop.FindOrder(write.Record.OrderKey)!.Note!.Split('\n');
        return [.. lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..])];
    }

    private static Write<OrderProgress> Write(string number, string order, string line)
    {
        var progress = new OrderProgress
        {
            Key = number, Number = $"N-{number}", Account = "shopify:acme.myshopify.com", OrderKey = order,
            UpdatedAt = DateTimeOffset.UnixEpoch, Mark = new OrderMark(Tag, line),
        };
        return new Write<OrderProgress>(WriteOperation.Create, new RecordRef("pulpo:x", number, "", progress.Number), progress);
    }

    public sealed class Contract(ShopifyMarks @case) : DestinationContract<ShopifyMarks, OrderProgress>(@case);
}
