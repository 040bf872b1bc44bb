using PulpoSync.Engine.Connectors.Pulpo.Packing;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Pulpo.Packing;

public class PackedLinesTests
{
    [Fact]
    public void Line_key_of_the_box_decides_and_boxes_add_up() =>
        Assert.Equal("L2 3", Lines([Item("L1", 7, 2), Item("L2", 7, 3)], new PulpoBoxItem(7, 1, "L2"), new PulpoBoxItem(7, 2, "L2"), new PulpoBoxItem(7, 0, "L1")));

    [Fact]
    public void Article_decides_where_only_one_line_has_it() =>
        Assert.Equal("L1 2, L2 1", Lines([Item("L1", 7, 2), Item("L2", 8, 1)], new PulpoBoxItem(7, 2, null), new PulpoBoxItem(8, 1, " ")));

    [Fact]
    public void Several_lines_of_an_article_that_are_packed_whole_have_what_they_asked_for() =>
        Assert.Equal("L1 2, L2 3", Lines([Item("L1", 7, 2), Item("L2", 7, 3)], new PulpoBoxItem(7, 5, null)));

    [Theory]
    [InlineData(7, 4, "MUG, which stands on 2 lines")]
    [InlineData(9, 1, "an article that its order does not have")]
    public void Anything_else_is_refused_by_name(long product, int pieces, string words)
    {
        var refused = Assert.Throws<FailureException>(() => Lines([Item("L1", 7, 2), Item("L2", 7, 3)], new PulpoBoxItem(product, pieces, null)));

        Assert.Equal((FailureKind.Data, "PackedLineUnknown"), (refused.Failure.Kind, refused.Failure.Code));
        Assert.Contains(words, refused.Failure.Message, StringComparison.Ordinal);
    }

    private static PulpoOrderItem Item(string line, long product, int quantity) => new(line, quantity) { ProductId = product, Product = new PulpoProduct(product, "MUG", null) };

    private static string Lines(PulpoOrderItem[] items, params PulpoBoxItem[] packed) => string.Join(
        ", ", new PackedLines(new PulpoOrder(1, "1001", null, "shipping", 1, null, items), packed).Of(packed).Select(line => $"{line.LineKey} {line.Quantity}"));
}
