using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows.Status;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Flows;

public class StatusFlowTests
{
    private const string Account = "shop:acme";

    [Theory]
    [InlineData("in-warehouse", true, "in-warehouse", "MUG-1: lot L-1 x 2")]
    [InlineData("in-warehouse", false, "in-warehouse", null)]
    [InlineData(null, true, null, "MUG-1: lot L-1 x 2")]
    public void Plan_marks_the_order_as_the_settings_say(string? tag, bool lots, string? expectedTag, string? expectedNote)
    {
        var flow = Flow(tag, lots);

        var write = Assert.Single(flow.Plan(Progress(), []).Writes);

        Assert.Equal((WriteOperation.Update, new OrderMark(expectedTag, expectedNote)), (write.Operation, write.Record.Mark));
        Assert.Equal(tag is null ? [] : [tag], flow.Marks);
        Assert.Equal(OutcomeKind.Unchanged, Assert.Single(flow.Plan(Progress(), [Row(write.Hash)]).Decisions).Kind);
    }

    [Theory]
    // Packed, what the row holds, expected state of the mark; null: nothing is written.
    [InlineData(true, "none", "PACKED")]
    [InlineData(false, "none", null)]
    [InlineData(true, "PACKED", null)]
    [InlineData(false, "PACKED", null)]
    [InlineData(true, "SHIPPED", "PACKED")]
    public void Plan_packed_orders_get_the_state_of_the_setting_once(bool isPacked, string held, string? expected)
    {
        var flow = Packing("PACKED");
        var rows = held == "none" ? [] : new[] { Row("") with { Held = held } };

        var plan = flow.Plan(Progress() with { IsPacked = isPacked }, rows);

        Assert.Equal(expected, plan.Writes.SingleOrDefault()?.Record.Mark!.Status);
        Assert.Equal(expected is not null, plan.Writes.Count == 1);
        Assert.Equal(expected, plan.Writes.SingleOrDefault()?.Held);
        if (expected is null && held == "none") Assert.Equal((LedgerState.Skipped, ReasonCodes.NotPacked), (plan.Decisions[0].State, plan.Decisions[0].Reason));
    }

    [Fact]
    public void Plan_the_state_joins_a_tag_that_was_told_before_and_neither_is_told_again()
    {
        var flow = Packing("PACKED", "in-warehouse");
        var arrived = Assert.Single(flow.Plan(Progress(), []).Writes);
        var packed = Assert.Single(flow.Plan(Progress() with { IsPacked = true }, [Row(arrived.Hash)]).Writes);

        Assert.Equal(new OrderMark("in-warehouse", null), arrived.Record.Mark);
        Assert.Equal(new OrderMark("in-warehouse", null, "PACKED"), packed.Record.Mark);
        Assert.Empty(flow.Plan(Progress() with { IsPacked = true }, [Row(packed.Hash) with { Held = packed.Held }]).Writes);
        Assert.Empty(flow.Plan(Progress() with { IsCancelled = true }, [Row(packed.Hash) with { Held = packed.Held }]).Writes);
        // Compared anew: the tag is put again, the shop's state has gone on and is left.
        var again = Assert.Single(flow.Plan(Progress() with { IsPacked = true }, [Row("") with { Hash = null, Held = packed.Held }]).Writes);
        Assert.Equal((new OrderMark("in-warehouse", null), packed.Hash), (again.Record.Mark, again.Hash));
    }

    [Theory]
    [InlineData("PackedStatus", "PACKED", true)]
    [InlineData("ImportedTag", "x", true)]
    [InlineData("LotsToNote", "true", true)]
    [InlineData("LotsToNote", "false", false)]
    public void Check_wants_something_to_tell(string name, string value, bool isEnough) =>
        Assert.Equal(isEnough, !StatusSettings.Check(new SettingBag(new Dictionary<string, string> { [name] = value })).Any());

    [Fact]
    public void Plan_further_lots_are_an_update()
    {
        var flow = Flow("in-warehouse", true);
        var before = Assert.Single(flow.Plan(Progress(), []).Writes).Hash;

        Assert.Single(flow.Plan(Progress() with { Batches = [.. Progress().Batches, new UsedBatch("MUG-1", "L-2", false, 1)] }, [Row(before)]).Writes);
    }

    [Fact]
    public void Plan_without_anything_to_tell_is_skipped()
    {
        Assert.Equal(ReasonCodes.NothingToTell, Flow(null, true).Plan(Progress() with { Batches = [] }, []).Decisions[0].Reason);
        Assert.Equal(ReasonCodes.CancelledAtDestination, Flow("x", true).Plan(Progress() with { IsCancelled = true }, []).Decisions[0].Reason);
        Assert.Equal(ReasonCodes.OtherAccount, Flow("x", true).Plan(Progress() with { Account = "shop:other" }, []).Decisions[0].Reason);
    }

    [Fact]
    public void Text_sums_up_lots_lists_serial_numbers_and_does_not_depend_on_the_sequence()
    {
        UsedBatch[] batches =
        [
            new("CAM", "S-2", true, 1), new("MUG", "L-2", false, 1), new("CAM", "S-1", true, 1), new("MUG", "L-1", false, 2), new("MUG", "L-1", false, 1),
        ];

        Assert.Equal("CAM: serial S-1, S-2; MUG: lot L-1 x 3, L-2 x 1", LotText.Of(batches));
        Assert.Equal(LotText.Of(batches), LotText.Of([.. batches.Reverse()]));
        Assert.Null(LotText.Of([]));
    }

    private static OrderProgress Progress() => new()
    {
        Key = "8801", Number = "1001", Account = Account, OrderKey = "order-1", UpdatedAt = Some.Morning, Batches = [new UsedBatch("MUG-1", "L-1", false, 2)],
    };

    private static StatusFlow Flow(string? tag, bool lots) => new(new StatusSettings { ImportedTag = tag, LotsToNote = lots, Account = Account }, Some.Hash, "print");

    private static StatusFlow Packing(string status, string? tag = null) =>
        new(new StatusSettings { PackedStatus = status, ImportedTag = tag, Account = Account }, Some.Hash, "print");

    private static LedgerRow Row(string hash) => new()
    {
        SourceKey = "8801", Part = "", State = LedgerState.Written, OwnerId = 1, Number = "1001", Ordinal = 1, DestinationId = "order-1", Hash = hash,
    };
}
