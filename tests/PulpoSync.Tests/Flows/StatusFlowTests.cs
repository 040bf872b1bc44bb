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

    private static LedgerRow Row(string hash) => new()
    {
        SourceKey = "8801", Part = "", State = LedgerState.Written, OwnerId = 1, Number = "1001", Ordinal = 1, DestinationId = "order-1", Hash = hash,
    };
}
