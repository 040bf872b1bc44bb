using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows.Returns;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Flows;

public sealed class ReturnFlowTests
{
    private static readonly RefundTerms Terms = new(Goods: true, Shipping: true, NotifyCustomer: false);
    private static readonly ReturnSettings Settings = new() { StartFrom = Some.Morning.AddDays(-1), Account = SomeReturn.Account };
    private static readonly ReturnSettings Refunding = Settings with { Refund = Terms };

    private static ReturnFlow Flow(ReturnSettings? settings = null) => new(settings ?? Settings, Some.Hash, "f");

    private static LedgerRow Row(string part, LedgerState state = LedgerState.Written, string? hash = null, string? id = "gid://shopify/Return/9", string? reason = null) => new()
    {
        SourceKey = "501/RE-000123", Part = part, State = state, OwnerId = 1, Ordinal = 1, Number = "1001 (RE-000123)", Hash = hash, DestinationId = id, Reason = reason,
    };

    private static string HashOf(GoodsReturn record) => ReturnContent.Hash(record, Some.Hash);

    [Fact]
    public void NumberOf_return_is_found_by_its_order_and_by_its_own_number()
    {
        var record = SomeReturn.Of();

        Assert.Equal("1001 (RE-000123)", Flow().NumberOf(record));
        Assert.Equal("RE-000123", Flow().NumberOf(record with { OrderNumber = null }));
    }

    [Fact]
    public void Plan_new_return_is_registered_alone()
    {
        var write = Assert.Single(Flow().Plan(SomeReturn.Of(), []).Writes);

        Assert.Equal(("return", WriteOperation.Create, "1001 (RE-000123)", "gid://shopify/Order/1"), (write.Part, write.Operation, write.Number, write.Held));
        Assert.Null(write.Record.Refund);
    }

    [Fact]
    public void Plan_with_refunds_is_registered_first_and_then_refunded()
    {
        var plan = Flow(Refunding).Plan(SomeReturn.Of(SomeReturn.Goods(2), SomeReturn.Goods(1, accepted: false)), []);

        Assert.Equal(["return", "refund"], plan.Writes.Select(write => write.Part));
        Assert.Equal([3, 2], plan.Writes.Select(write => write.Record.Lines.Sum(line => line.Quantity)));
        Assert.Equal(Terms with { AfterRegistration = true }, plan.Writes[1].Record.Refund);
        Assert.Equal(plan.Writes[0].Hash, plan.Writes[1].Hash);
    }

    [Fact]
    public void Plan_refund_alone_leaves_the_registration_out() =>
        Assert.Equal(["refund"], Flow(Refunding with { RegisterReturn = false }).Plan(SomeReturn.Of(), []).Writes.Select(write => write.Part));

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 2)]
    public void Plan_rejected_pieces_are_registered_as_the_setting_says(bool register, int pieces) => Assert.Equal(
        pieces,
        Assert.Single(Flow(Settings with { RegisterRejected = register }).Plan(SomeReturn.Of(SomeReturn.Goods(2), SomeReturn.Goods(1, accepted: false)), []).Writes)
            .Record.Lines.Sum(line => line.Quantity));

    [Fact]
    public void Plan_everything_rejected_is_never_refunded()
    {
        var plan = Flow(Refunding with { RegisterRejected = false }).Plan(SomeReturn.Of(SomeReturn.Goods(accepted: false)), []);

        Assert.Empty(plan.Writes);
        Assert.All(plan.Decisions, decision => Assert.Equal((LedgerState.Skipped, ReasonCodes.NothingReturned), (decision.State, decision.Reason)));
        Assert.Equal(["return", "refund"], plan.Decisions.Select(decision => decision.Part));
    }

    public static TheoryData<string, LedgerState> Stops => new()
    {
        { ReasonCodes.BeforeStart, LedgerState.Skipped },
        { ReasonCodes.ReturnNotFinished, LedgerState.Waiting },
        { ReasonCodes.ReturnWithoutOrder, LedgerState.Skipped },
        { ReasonCodes.ReturnOfOtherShop, LedgerState.Skipped },
        { ReasonCodes.NothingReturned, LedgerState.Skipped },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public void Plan_what_cannot_be_written_yet_says_why(string reason, LedgerState state)
    {
        var record = SomeReturn.Of();
        record = reason switch
        {
            ReasonCodes.BeforeStart => record with { ReceivedAt = Some.Morning.AddDays(-2) },
            ReasonCodes.ReturnNotFinished => record with { IsFinished = false },
            ReasonCodes.ReturnWithoutOrder => record with { OrderKey = null, OrderAccount = null },
            ReasonCodes.ReturnOfOtherShop => record with { OrderAccount = "shopify:other.myshopify.com" },
            _ => record with { Lines = [] },
        };

        var plan = Flow(Refunding).Plan(record, []);

        Assert.Empty(plan.Writes);
        var decision = Assert.Single(plan.Decisions);
        Assert.Equal((null, state, reason), (decision.Part, decision.State, decision.Reason));
    }

    [Fact]
    public void Plan_return_without_any_order_says_so()
    {
        var decision = Assert.Single(Flow().Plan(SomeReturn.Of() with { OrderKey = null, OrderAccount = null, OrderNumber = null }, []).Decisions);

        Assert.Equal((ReasonCodes.ReturnWithoutOrder, "It names no order, so it can be registered with none."), (decision.Reason, decision.Message));
    }

    [Fact]
    public void Plan_what_is_there_is_unchanged_whatever_the_settings()
    {
        var record = SomeReturn.Of(SomeReturn.Goods(2), SomeReturn.Goods(1, accepted: false));
        LedgerRow[] rows = [Row("return", hash: HashOf(record)), Row("refund", hash: HashOf(record))];

        var plan = Flow(Refunding with { RegisterRejected = false, Refund = Terms with { Shipping = false } }).Plan(record with { IsFinished = false }, rows);

        Assert.Empty(plan.Writes);
        Assert.All(plan.Decisions, decision => Assert.Equal((OutcomeKind.Unchanged, null), (decision.Kind, decision.State)));
    }

    [Fact]
    public void Plan_correction_after_the_write_is_told_once_and_not_written()
    {
        var before = SomeReturn.Of(SomeReturn.Goods(2));
        var after = SomeReturn.Of(SomeReturn.Goods(3));

        var plan = Flow().Plan(after, [Row("return", hash: HashOf(before))]);

        Assert.Empty(plan.Writes);
        var decision = Assert.Single(plan.Decisions);
        Assert.Equal((ReasonCodes.ReturnChanged, null, HashOf(after)), (decision.Reason, decision.State, decision.WarnOnceFor));
    }

    [Fact]
    public void Plan_forgotten_content_is_looked_at_there()
    {
        var plan = Flow().Plan(SomeReturn.Of(), [Row("return")]);

        Assert.Equal(WriteOperation.Update, Assert.Single(plan.Writes).Operation);
    }

    [Fact]
    public void Plan_refused_refund_is_tried_again_without_the_registration()
    {
        var record = SomeReturn.Of();
        LedgerRow[] rows = [Row("return", hash: HashOf(record)), Row("refund", LedgerState.Parked, id: null, reason: "RefundTooLarge")];

        Assert.Equal(["refund"], Flow(Refunding).Plan(record, rows).Writes.Select(write => write.Part));
    }

    [Theory]
    [InlineData(LedgerState.Parked, true)]
    [InlineData(LedgerState.Waiting, true)]
    [InlineData(LedgerState.Skipped, false)]
    [InlineData(LedgerState.Written, false)]
    public void Plan_refund_waits_for_a_registration_that_is_still_to_come(LedgerState state, bool waits)
    {
        var record = SomeReturn.Of();
        LedgerRow[] rows = [Row("return", state, HashOf(record), state is LedgerState.Written ? "R" : null), Row("refund", LedgerState.Parked, id: null, reason: "ReturnFirst")];

        var write = Flow(Refunding).Plan(record, rows).Writes.Single(write => write.Part == "refund");

        Assert.Equal(waits, write.Record.Refund!.AfterRegistration);
        Assert.False(Flow(Refunding with { RegisterReturn = false }).Plan(record, []).Writes.Single().Record.Refund!.AfterRegistration);
    }

    [Fact]
    public void Plan_refunds_that_are_switched_on_later_pay_nothing_back_for_old_returns()
    {
        var record = SomeReturn.Of();
        var registered = Row("return", hash: HashOf(record));

        var first = Flow(Refunding).Plan(record, [registered]);
        var then = Flow(Refunding).Plan(record, [registered, Row("refund", LedgerState.Skipped, id: null, reason: ReasonCodes.RefundNotAsked)]);

        Assert.All([first, then], plan =>
        {
            Assert.Empty(plan.Writes);
            Assert.Equal((LedgerState.Skipped, ReasonCodes.RefundNotAsked), plan.Decisions.Where(one => one.Part == "refund").Select(one => (one.State, one.Reason)).Single());
        });
    }

    [Fact]
    public void Hash_is_that_of_pieces_not_of_notes_or_order()
    {
        var one = SomeReturn.Of(SomeReturn.Goods(1, "L1"), SomeReturn.Goods(2, "L2"));

        Assert.Equal(HashOf(one), HashOf(SomeReturn.Of(SomeReturn.Goods(2, "L2", note: "torn"), SomeReturn.Goods(1, "L1")) with { Note = "by post" }));
        Assert.NotEqual(HashOf(one), HashOf(SomeReturn.Of(SomeReturn.Goods(1, "L1"), SomeReturn.Goods(2, "L2", accepted: false))));
        Assert.NotEqual(HashOf(one), HashOf(SomeReturn.Of(SomeReturn.Goods(1, "L1"), SomeReturn.Goods(1, "L2"))));
    }

    [Theory]
    [InlineData("true", "false", "false", "false", null)]
    [InlineData("false", "true", "false", "true", null)]
    [InlineData("false", "false", "true", "false", null)]
    [InlineData("false", "false", "false", "false", "There is nothing to do")]
    [InlineData("false", "false", "false", "true", "There is nothing to do")]
    [InlineData("true", "false", "false", "true", "NotifyCustomer tells the customer about a refund")]
    public void Check_settings_that_make_no_sense_together_say_what_to_switch(string register, string goods, string shipping, string notify, string? wrong)
    {
        var bag = new SettingBag(new Dictionary<string, string> { ["RegisterReturn"] = register, ["RefundGoods"] = goods, ["RefundShipping"] = shipping, ["NotifyCustomer"] = notify });

        var failures = ReturnSettingSpecs.Check(bag).ToList();

        if (wrong is null) Assert.Empty(failures);
        else Assert.StartsWith(wrong, Assert.Single(failures).Message);
    }
}
