using System.Text.Json;
using PulpoSync.Engine.Connectors.Shopify.Returns;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Shopify.Returns;

public sealed class ReturnRuleTests
{
    private const string Mark = "PULPO RE-000123";

    private static ReturnOrder Order(int shipped = 3, int? refundable = null, KnownReturn[]? returns = null, KnownRefund[]? refunds = null, params ReturnablePieces[] returnable) => new()
    {
        Id = "gid://shopify/Order/1",
        Name = "#1001",
        Currency = "EUR",
        Shipped = new Dictionary<string, int> { ["L1"] = shipped },
        Refundable = new Dictionary<string, int> { ["L1"] = refundable ?? shipped },
        Returns = returns ?? [],
        Refunds = refunds ?? [],
        Returnable = returnable.Length > 0 ? returnable : [new ReturnablePieces("F1", "L1", shipped)],
    };

    private static KnownReturn Back(int pieces, string note = "by hand", bool stands = true) => new("R", stands, [note], new Dictionary<string, int> { ["L1"] = pieces });

    private static KnownRefund Paid(int pieces, string? note = "by hand") => new("P", note, new Dictionary<string, int> { ["L1"] = pieces });

    [Fact]
    public void Mark_is_system_and_own_number()
    {
        var reference = new RecordRef("pulpo:eu.pulpo.co:43", "501/RE-000123", "return", "1001 (RE-000123)");

        Assert.Equal(Mark, ReturnMark.Of(reference));
    }

    [Theory]
    [InlineData("PULPO RE-000123", true)]
    [InlineData("PULPO RE-000123: torn", true)]
    [InlineData("PULPO RE-0001234", false)]
    [InlineData("see PULPO RE-000123", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsIn_only_a_note_that_begins_with_the_whole_mark(string? note, bool ours) => Assert.Equal(ours, ReturnMark.IsIn(note, Mark));

    [Fact]
    public void Note_is_cut_where_Shopify_takes_no_more_and_keeps_the_mark()
    {
        Assert.Equal(Mark, ReturnMark.Note(Mark, []));
        Assert.Equal($"{Mark}: Damaged; torn", ReturnMark.Note(Mark, ["Damaged", "torn"]));
        var cut = ReturnMark.Note(Mark, [new string('x', 255 - Mark.Length - 3) + "\U0001F4E6\U0001F4E6"]);
        Assert.Equal(254, cut.Length);
        Assert.True(ReturnMark.IsIn(cut, Mark));
    }

    [Fact]
    public void Split_pieces_are_spread_over_the_shipments_they_left_with()
    {
        var order = Order(5, returnable: [new("F1", "L1", 2), new("F2", "L2", 9), new("F3", "L1", 3)]);

        var split = ReturnSplit.Of(order, SomeReturn.Of(SomeReturn.Goods(4)));

        Assert.Equal([("F1", 2), ("F3", 2)], split.Lines.Select(line => (line.ShippedLine, line.Pieces)));
        Assert.Empty(split.Refunded);
    }

    [Fact]
    public void Split_one_entry_a_shipped_line_says_what_was_rejected_and_why()
    {
        var wanted = SomeReturn.Of(SomeReturn.Goods(1, accepted: false, reason: "Damaged or defective", note: "torn"), SomeReturn.Goods(2)) with { Note = "parcel was wet" };

        var line = Assert.Single(ReturnSplit.Of(Order(), wanted).Lines);

        Assert.Equal((3, "Damaged or defective"), (line.Pieces, line.Reason));
        Assert.Equal(["1 of 3 rejected by the warehouse", "Damaged or defective", "torn", "parcel was wet"], line.Said);
    }

    [Fact]
    public void Split_pieces_that_Shopify_does_not_take_back_are_named()
    {
        var split = ReturnSplit.Of(Order(3, returnable: [new("F1", "L1", 1)]), SomeReturn.Of(SomeReturn.Goods(3)));

        Assert.Equal(1, Assert.Single(split.Lines).Pieces);
        Assert.Equal(["2 × MUG-1"], split.Refunded);
    }

    [Theory]
    [InlineData(3, 3, 0, null)]
    [InlineData(4, 3, 0, "4 × MUG-1, but 3 shipped.")]
    [InlineData(3, 3, 1, "3 × MUG-1, but 3 shipped, of which 1 came back before.")]
    [InlineData(2, 3, 1, null)]
    [InlineData(1, 0, 0, "1 × MUG-1, but 0 shipped.")]
    public void TooLarge_more_than_is_out_with_the_customer_is_named(int pieces, int shipped, int back, string? wrong)
    {
        var order = Order(shipped, returns: back == 0 ? [] : [Back(back), Back(2, stands: false), Back(pieces, Mark)]);

        var failure = ReturnSplit.TooLarge(order, SomeReturn.Of(SomeReturn.Goods(pieces)), Mark);

        if (wrong is null) Assert.Null(failure);
        else
        {
            Assert.Equal((FailureKind.Data, "ReturnTooLarge"), (failure!.Kind, failure.Code));
            Assert.Contains(wrong, failure.Message);
        }
    }

    [Fact]
    public void TooLarge_an_article_that_was_not_sold_is_named() => Assert.Contains(
        "2 × BOWL-7, which the order does not have", ReturnSplit.TooLarge(Order(), SomeReturn.Of(SomeReturn.Goods(2, line: null, sku: "BOWL-7")), Mark)!.Message);

    public static TheoryData<int, int, int, int, int, int> Payable => new()
    {
        // accepted, shipped, refundable, refunded by hand, returned by hand → due
        { 2, 3, 3, 0, 0, 2 },
        { 2, 3, 2, 1, 0, 1 },
        { 1, 3, 2, 1, 0, 0 },
        { 1, 3, 2, 1, 1, 1 },
        { 2, 3, 1, 2, 2, 1 },
        { 3, 3, 0, 3, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Payable))]
    public void RefundPieces_nobody_is_paid_twice_for_a_piece(int accepted, int shipped, int refundable, int refunded, int returned, int due)
    {
        var order = Order(shipped, refundable, returned == 0 ? [] : [Back(returned), Back(accepted, Mark)], refunded == 0 ? [] : [Paid(refunded)]);

        var pieces = RefundPieces.Of(order, [SomeReturn.Goods(accepted)], Mark);

        Assert.Equal(due, pieces.Lines.Sum(line => line.Quantity));
        Assert.Equal(due < accepted ? [$"{accepted - due} × MUG-1"] : [], pieces.Before);
    }

    [Fact]
    public void RefundPieces_what_other_returns_of_ours_refunded_came_back_as_well()
    {
        var order = Order(3, 2, refunds: [Paid(1, "PULPO RE-000122")]);
        var registered = order with { Returns = [Back(1, "PULPO RE-000122: torn")] };

        Assert.All([order, registered], one => Assert.Equal(2, RefundPieces.Of(one, [SomeReturn.Goods(2)], Mark).Lines.Sum(line => line.Quantity)));
    }

    private static RefundQuote Quote(decimal amount, decimal left, decimal subtotal, decimal shipping, decimal tax, params decimal[] payments) => RefundQuote.Read(JsonDocument.Parse(
        $$"""
        { "taxesIncluded": {{(tax == 0 ? "true" : "false")}}, "suggestedRefund": {
          "amountSet": {{Money(amount)}}, "discountedSubtotalSet": {{Money(subtotal)}}, "totalCartDiscountAmountSet": {{Money(0)}}, "totalTaxSet": {{Money(tax)}},
          "maximumRefundableSet": {{Money(left)}}, "shipping": { "amountSet": {{Money(shipping)}} },
          "suggestedTransactions": [{{string.Join(',', payments.Select(one => $$"""{ "gateway": "manual", "amountSet": {{Money(one)}}, "parentTransaction": { "id": "T1" } }"""))}}] } }
        """).RootElement)!;

    private static string Money(decimal amount) => FormattableString.Invariant($$"""{ "presentmentMoney": { "amount": "{{amount}}", "currencyCode": "EUR" } }""");

    public static TheoryData<decimal, decimal, decimal, decimal, decimal, decimal, string?> Quotes => new()
    {
        // suggested, left, goods, shipping, tax on top, over payments
        { 40m, 45m, 40m, 0m, 0m, 40m, null },
        { 45m, 45m, 40m, 5m, 0m, 45m, null },
        { 40m, 30m, 40m, 0m, 0m, 30m, "worth 40.00 EUR, but only 30.00 EUR" },
        { 30m, 30m, 40m, 0m, 0m, 30m, "worth 40.00 EUR, but only 30.00 EUR" },
        { 40m, 45m, 40m, 0m, 0m, 0m, "worth 40.00 EUR, but only 0.00 EUR" },
        { 45m, 45m, 40m, 0m, 7.6m, 45m, "worth 47.60 EUR, but only 45.00 EUR" },
    };

    [Theory]
    [MemberData(nameof(Quotes))]
    public void TooLarge_refund_above_what_is_left_names_both_amounts(decimal amount, decimal left, decimal goods, decimal shipping, decimal tax, decimal payments, string? wrong)
    {
        var failure = Quote(amount, left, goods, shipping, tax, payments).TooLarge("RE-000123", Order());

        if (wrong is null) Assert.Null(failure);
        else
        {
            Assert.Equal((FailureKind.Data, "RefundTooLarge"), (failure!.Kind, failure.Code));
            Assert.Contains(wrong, failure.Message);
        }
    }

    [Theory]
    [InlineData("Damaged or defective", "damaged-or-defective")]
    [InlineData(" TOO_SMALL ", "too-small")]
    [InlineData("§§", "")]
    public void Handle_is_how_Shopify_writes_it(string reason, string handle) => Assert.Equal(handle, ReturnReasonBook.Handle(reason));
}
