using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Connectors.Pulpo.Returns;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Support;
using Back = PulpoSync.Sandbox.ReturnedPieces;

namespace PulpoSync.Tests.Connectors.Pulpo.Returns;

public sealed class PulpoReturnTests
{
    private static readonly Dictionary<long, string> Skus = new() { [1] = "MUG-1", [2] = "BOWL-1" };

    private static PulpoOrder Order(params (string? Line, long Product, int Pieces)[] lines) => new(
        8, "1001", "#1001", "ended", 42, null, [.. lines.Select(line => new PulpoOrderItem(line.Line, line.Pieces) { ProductId = line.Product })]);

    private static PulpoReturnItem Item(long? product, int pieces, string? line = null, string? state = "accepted", string? reason = null, string? notes = null) =>
        new(product, pieces, state, line, notes, reason is null ? null : [new PulpoReasonCode("C", reason)], null);

    private static List<(string? Line, string Sku, int Pieces, bool Accepted)> Read(PulpoOrder? order, params PulpoReturnItem[] items) =>
    [
        .. new PulpoReturnLines(order, Skus).Read(new PulpoReturn(501, "RE-1", "return", 8, null, null, null, null, items))
            .Select(goods => (goods.LineKey, goods.Sku, goods.Quantity, goods.IsAccepted)),
    ];

    [Fact]
    public void Read_item_that_names_its_line_is_taken_at_its_word() =>
        Assert.Equal([("L2", "MUG-1", 1, true)], Read(Order(("L1", 1, 2), ("L2", 1, 2)), Item(1, 1, "L2")));

    [Fact]
    public void Read_item_without_line_is_found_by_its_article() =>
        Assert.Equal([("L2", "BOWL-1", 1, true)], Read(Order(("L1", 1, 2), ("L2", 2, 2)), Item(2, 1, "unheard of")));

    [Fact]
    public void Read_several_lines_of_one_article_are_filled_in_order_after_those_that_were_named() => Assert.Equal(
        [("L1", "MUG-1", 1, true), ("L1", "MUG-1", 1, true), ("L2", "MUG-1", 2, true)],
        Read(Order(("L1", 1, 2), ("L2", 1, 3)), Item(1, 3), Item(1, 1, "L1")));

    [Fact]
    public void Read_more_than_the_order_holds_stays_on_its_last_line() =>
        Assert.Equal([("L1", "MUG-1", 2, true), ("L2", "MUG-1", 5, true)], Read(Order(("L1", 1, 2), ("L2", 1, 3)), Item(1, 7)));

    [Fact]
    public void Read_article_that_was_not_sold_has_no_line()
    {
        Assert.Equal([(null, "BOWL-1", 1, true)], Read(Order(("L1", 1, 2)), Item(2, 1)));
        Assert.Equal([(null, "product 9", 1, true)], Read(null, Item(9, 1)));
    }

    [Theory]
    [InlineData("accepted", true)]
    [InlineData("rejected", false)]
    [InlineData("quarantine", false)]
    [InlineData(null, false)]
    public void Read_every_state_but_accepted_counts_as_rejected(string? state, bool accepted) =>
        Assert.Equal(accepted, Assert.Single(Read(Order(("L1", 1, 2)), Item(1, 1, state: state))).Accepted);

    [Fact]
    public void IsReceived_needs_an_end_or_a_long_silence()
    {
        Assert.True(PulpoAssumptions.IsReceived("2026-11-23", Some.Morning, Some.Morning));
        Assert.False(PulpoAssumptions.IsReceived(null, Some.Morning, Some.Morning.AddHours(11)));
        Assert.True(PulpoAssumptions.IsReceived(" ", Some.Morning, Some.Morning.AddHours(13)));
    }

    [Fact]
    public async Task Read_returns_of_the_other_sides_orders_come_with_order_lines_reasons_and_notes()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (source, number) = await ReturnedAsync(fixture);

        var all = await ReadAsync(source, PulpoFixture.Account);
        var others = await ReadAsync(source, "shopify:other.myshopify.com");

        var record = Assert.Single(all);
        Assert.Empty(others);
        Assert.Equal((PulpoFixture.Account, "1001", number, true), (record.OrderAccount, record.OrderNumber, record.Number, record.IsFinished));
        Assert.EndsWith($"/{number}", record.Key);
        Assert.Equal("by post", record.Note);
        Assert.Equal(["TORN", null], record.Lines.Select(line => line.Reason));
        Assert.Equal([true, false], record.Lines.Select(line => line.IsAccepted));
        Assert.All(record.Lines, line => Assert.NotNull(line.LineKey));
    }

    private static async Task<(ISource<GoodsReturn> Source, string Number)> ReturnedAsync(PulpoFixture fixture)
    {
        await fixture.CreatedAsync(PulpoSamples.Simple("1001"));
        fixture.Tenant.Advance("1001", "ended");
        var line = fixture.Order("1001").Lines[0];
        var made = fixture.Tenant.ReceiveReturn("1001", [new Back(line.Sku!, 1) { Reasons = ["TORN"] }, new Back(line.Sku!, 1, Accepted: false)], "by post");
        return (fixture.Connect().Source<GoodsReturn>()!, $"IG-{made.Id}");
    }

    private static async Task<List<GoodsReturn>> ReadAsync(ISource<GoodsReturn> source, string counterpart)
    {
        var found = new List<GoodsReturn>();
        await foreach (var page in source.ReadAsync(new ReadRequest { StartFrom = DateTimeOffset.UtcNow.AddHours(-1), Counterpart = counterpart }, default))
        {
            Assert.NotNull(page.NextCursor);
            found.AddRange(page.Records);
        }

        return found;
    }
}
