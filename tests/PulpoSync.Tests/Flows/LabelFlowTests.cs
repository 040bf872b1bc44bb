using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows.Labels;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Flows;

public class LabelFlowTests
{
    private const string Account = "shop:acme";
    private static readonly LabelChoice Standard = new("DHL", "Paket");

    [Theory]
    // Packing, wanted, number at the box, shipping method, expected: the label's product, or state and reason.
    [InlineData("Packed", true, null, "Parcel", "Express")]
    [InlineData("Packed", true, null, "PARCEL", "Express")]
    [InlineData("Packed", true, null, "Letter", "Paket")]
    [InlineData("Packed", true, null, null, "Paket")]
    [InlineData("Left", true, null, "Parcel", "Express")]
    [InlineData("Open", true, null, "Parcel", "Waiting NotPacked")]
    [InlineData("Cancelled", true, null, "Parcel", "Skipped PackingCancelled")]
    [InlineData("Packed", false, null, "Parcel", "Skipped LabelNotWanted")]
    [InlineData("Packed", true, "T-1", "Parcel", "Skipped LabelledAlready")]
    [InlineData("Open", true, "T-1", "Parcel", "Skipped LabelledAlready")]
    public void Plan_a_new_box_gets_the_label_of_its_method_once_it_is_packed(string state, bool wants, string? tracking, string? method, string expected)
    {
        var box = Box(state, tracking) with { WantsLabel = wants, ShippingMethod = method };

        var plan = Flow(Settings() with { Otherwise = Standard }).Plan(box, []);

        var found = plan.Writes.SingleOrDefault() is { } write
            ? write.Record.Label!.Product
            : $"{Assert.Single(plan.Decisions).State} {plan.Decisions[0].Reason}";
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Plan_a_label_is_made_under_the_number_of_the_box()
    {
        var write = Assert.Single(Flow().Plan(Box(), []).Writes);

        Assert.Equal((WriteOperation.Create, "", 1, "1001/1", new LabelChoice("DHL", "Express")), (write.Operation, write.Part, write.Ordinal, write.Number, write.Record.Label));
    }

    [Theory]
    [InlineData("Letter", "\"Letter\"")]
    [InlineData(null, "no shipping method")]
    public void Plan_without_a_choice_says_what_to_set(string? method, string named)
    {
        var decision = Assert.Single(Flow().Plan(Box() with { ShippingMethod = method }, []).Decisions);

        Assert.Equal((LedgerState.Skipped, ReasonCodes.NoLabelChoice), (decision.State, decision.Reason));
        Assert.Contains(named, decision.Message, StringComparison.Ordinal);
        Assert.Contains("LabelProvider", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_a_box_of_another_shop_is_skipped() =>
        Assert.Equal(ReasonCodes.OtherAccount, Flow().Plan(Box() with { Account = "shop:other" }, []).Decisions[0].Reason);

    [Fact]
    public void Plan_a_label_that_was_made_is_never_made_anew()
    {
        var row = Row(LedgerState.Written) with { DestinationId = "T-1", Hash = "old" };

        Assert.Equal(OutcomeKind.Unchanged, Assert.Single(Flow().Plan(Box() with { Weight = 9 }, [row]).Decisions).Kind);
        Assert.Equal(OutcomeKind.Unchanged, Assert.Single(Flow(recreate: true).Plan(Box(tracking: "T-1"), [row]).Decisions).Kind);
    }

    [Fact]
    public void Plan_a_packing_that_is_cancelled_after_its_label_was_made_warns_once()
    {
        var decision = Assert.Single(Flow().Plan(Box("Cancelled"), [Row(LedgerState.Written) with { DestinationId = "T-1" }]).Decisions);

        Assert.Equal((null, ReasonCodes.CancelledAfterTelling, ReasonCodes.CancelledAfterTelling), (decision.State, decision.Reason, decision.WarnOnceFor));
    }

    [Theory]
    [InlineData(ReasonCodes.LabelUnclear)]
    [InlineData(ReasonCodes.OutcomeUnknown)]
    public void Plan_a_label_that_may_exist_waits_for_a_person(string reason)
    {
        var row = Row(LedgerState.Parked, reason) with { Message = "Look at it." };

        var kept = Assert.Single(Flow().Plan(Box(), [row]).Decisions);
        Assert.Equal((OutcomeKind.Parked, null, reason, "Look at it."), (kept.Kind, kept.State, kept.Reason, kept.Message));
        Assert.Equal(kept, Assert.Single(Flow().Plan(Box("Cancelled"), [row]).Decisions));

        var settled = Assert.Single(Flow().Plan(Box(tracking: "T-9"), [row]).Decisions);
        Assert.Equal((LedgerState.Skipped, ReasonCodes.LabelledAlready), (settled.State, settled.Reason));
        Assert.Empty(Flow().Plan(Box(), [row with { State = settled.State!.Value, Reason = settled.Reason }]).Writes);

        Assert.Equal(WriteOperation.Create, Assert.Single(Flow(recreate: true).Plan(Box(), [row]).Writes).Operation);
        Assert.Empty(Flow(recreate: true).Plan(Box(tracking: "T-9"), [row]).Writes);
    }

    [Fact]
    public void Plan_other_content_of_a_refused_box_is_other_content()
    {
        var box = Box();
        var before = Assert.Single(Flow().Plan(box, []).Writes).Hash;

        Assert.Equal(before, Assert.Single(Flow().Plan(box with { UpdatedAt = Some.Morning.AddHours(1) }, [Row(LedgerState.Parked, "LabelRefused")]).Writes).Hash);
        Assert.All(
            new[] { box with { Weight = 2 }, box with { Height = 10 }, box with { ShippingMethod = "Letter" } },
            changed => Assert.NotEqual(before, Assert.Single(Flow(Settings() with { Otherwise = Standard }).Plan(changed, []).Writes).Hash));
    }

    /// <summary>Over everything that a row can be and a box can look like: where a label may exist, none is made, unless a person asks for it.</summary>
    [Fact]
    public void Plan_over_all_rows_and_boxes_makes_a_second_label_only_on_demand()
    {
        string?[] reasons =
        [
            null, ReasonCodes.LabelUnclear, ReasonCodes.OutcomeUnknown, ReasonCodes.Recovered, ReasonCodes.AcknowledgementFailed, ReasonCodes.LabelledAlready,
            ReasonCodes.NotPacked, ReasonCodes.GoneAtSource, "LabelRefused",
        ];
        var rows =
            from state in Enum.GetValues<LedgerState>()
            from operation in new WriteOperation?[] { null, WriteOperation.Create }
            from reason in reasons
            from id in new[] { null, "T-1" }
            from hash in new[] { null, "other" }
            select Row(state, reason) with { Operation = operation, DestinationId = id, Hash = hash };
        var boxes =
            from state in Enum.GetValues<PackingState>()
            from tracking in new[] { null, "T-9" }
            from wants in new[] { true, false }
            from weight in new decimal?[] { null, 3 }
            select Box(state.ToString(), tracking) with { WantsLabel = wants, Weight = weight };
        var made = 0;
        foreach (var (row, box, recreate) in from row in rows from box in boxes from recreate in new[] { false, true } select (row, box, recreate))
        {
            var plan = Flow(recreate: recreate).Plan(box, [row]);

            Assert.True(plan.IsFinal && plan.Writes.Count + plan.Decisions.Count == 1);
            if (plan.Writes is not [var write]) continue;
            made++;
            Assert.True(write.Operation is WriteOperation.Create && !row.IsAlive && row.State is not LedgerState.Pending && box.TrackingNumbers.Count == 0, $"{row} {box}");
            Assert.True(recreate || SurelyNone(row), $"{row} {box}");
        }

        Assert.NotEqual(0, made);
    }

    // Never asked for, refused, looked for and not found.
    private static bool SurelyNone(LedgerRow row) => row.State switch
    {
        LedgerState.Waiting => true,
        LedgerState.Parked or LedgerState.Skipped => row.Operation is null
            || row.Reason is not (ReasonCodes.LabelUnclear or ReasonCodes.OutcomeUnknown or ReasonCodes.LabelledAlready),
        _ => false,
    };

    [Fact]
    public void From_reads_the_words_of_who_makes_the_labels()
    {
        var settings = LabelSettings.From(Context(("LabelMap", "Parcel=DHL/Express/National\nLetter=broken"), ("LabelProvider", "DHL"), ("LabelProduct", "Paket")));

        Assert.Equal(
            [new LabelChoice("DHL", "Express/National"), Standard, Standard],
            new[] { "parcel", "Letter", null }.Select(settings.Choose));
        Assert.Null(LabelSettings.From(Context(("LabelProvider", "DHL"))).Choose(null));
    }

    private static Engine.Flows.FlowContext Context(params (string Name, string Value)[] settings) => new()
    {
        Integration = new StoredIntegration { Name = "Labels", Type = IntegrationType.ShippingLabels, SourceId = 1, DestinationId = 2, TimeZone = "UTC", Settings = new Dictionary<string, string>() },
        Settings = new SettingBag(settings.ToDictionary(setting => setting.Name, setting => setting.Value)),
        Source = new CheckResult { Account = "floor:acme" }, Destination = new CheckResult { Account = Account }, Hash = Some.Hash, Now = Some.Morning, Recreate = false,
    };

    private static PackedBox Box(string state = "Packed", string? tracking = null) => new()
    {
        Key = "7001/1", Number = "1001/1", Account = Account, OrderKey = "order-1", State = Enum.Parse<PackingState>(state), UpdatedAt = Some.Morning,
        ShippingMethod = "Parcel", TrackingNumbers = tracking is null ? [] : [tracking], Weight = 1,
    };

    private static LabelSettings Settings() => new()
    {
        Account = Account, LabelMap = new Dictionary<string, LabelChoice>(StringComparer.OrdinalIgnoreCase) { ["Parcel"] = new("DHL", "Express") },
    };

    private static LabelFlow Flow(LabelSettings? settings = null, bool recreate = false) => new(settings ?? Settings(), Some.Hash, "print", recreate);

    private static LedgerRow Row(LedgerState state, string? reason = null) => new()
    {
        SourceKey = "7001/1", Part = "", State = state, OwnerId = 1, Number = "1001/1", Ordinal = 1, Operation = WriteOperation.Create, Reason = reason,
    };
}
