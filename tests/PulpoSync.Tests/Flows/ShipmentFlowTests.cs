using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows.Shipments;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Flows;

public class ShipmentFlowTests
{
    private const string Account = "shop:acme";
    private static readonly Tracking Number = new("T-1", "https://t/1", "dhl");

    [Theory]
    // When a packing that was not told yet is told: setting, state, numbers per box.
    [InlineData("Tracking", "Packed", "1", true)]
    [InlineData("Tracking", "Packed", "0", false)]
    [InlineData("Tracking", "Packed", "1 0", false)]
    [InlineData("Tracking", "Packed", "", false)]
    [InlineData("Tracking", "Left", "0", true)]
    [InlineData("Packed", "Packed", "0", true)]
    [InlineData("Packed", "Open", "0", false)]
    [InlineData("Ended", "Packed", "1", false)]
    [InlineData("Ended", "Left", "1", true)]
    [InlineData("Packed", "Cancelled", "1", false)]
    public void Plan_tells_what_the_setting_says(string when, string state, string boxes, bool told)
    {
        var goods = Goods(state) with
        {
            Parcels = [.. boxes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(count => new Parcel { Trackings = count == "1" ? [Number] : [] })],
        };

        var plan = Flow(Settings() with { ShipWhen = Enum.Parse<ShipWhen>(when) }).Plan(goods, []);

        Assert.Equal(told, plan.Writes.Count == 1);
        if (!told) Assert.Equal(state == "Cancelled" ? LedgerState.Skipped : LedgerState.Waiting, Assert.Single(plan.Decisions).State);
    }

    [Fact]
    public void Plan_same_content_is_unchanged_and_the_notification_is_no_content()
    {
        var row = Told(Goods());

        var plan = Flow(Settings() with { NotifyCustomer = true }).Plan(Goods(), [row]);

        Assert.Equal((OutcomeKind.Unchanged, null), (plan.Decisions[0].Kind, plan.Decisions[0].State));
    }

    [Theory]
    [InlineData("number")]
    [InlineData("link")]
    [InlineData("carrier")]
    [InlineData("pieces")]
    public void Plan_other_content_is_an_update(string what)
    {
        var goods = Goods();
        var changed = what switch
        {
            "number" => goods with { Parcels = [new Parcel { Trackings = [Number with { Number = "T-2" }] }] },
            "link" => goods with { Parcels = [new Parcel { Trackings = [Number with { Url = "https://t/2" }] }] },
            "carrier" => goods with { Parcels = [new Parcel { Trackings = [Number with { Carrier = "gls" }] }] },
            _ => goods with { Lines = [new PackedLine("L1", "MUG-1", 3)] },
        };

        var write = Assert.Single(Flow().Plan(changed, [Told(goods)]).Writes);

        Assert.Equal((WriteOperation.Update, "", 1), (write.Operation, write.Part, write.Ordinal));
    }

    [Theory]
    [InlineData(71, true)]
    [InlineData(72, false)]
    public void Plan_told_without_number_is_looked_at_again_for_the_hours_of_the_setting(int hoursAgo, bool isIncomplete)
    {
        var goods = Goods("Left") with { Parcels = [new Parcel()], PackedAt = Some.Morning.AddHours(-hoursAgo) };
        var flow = Flow();

        var write = Assert.Single(flow.Plan(goods, []).Writes);
        var again = Assert.Single(flow.Plan(goods, [Row(write.Hash, isIncomplete ? LedgerState.Waiting : LedgerState.Written)]).Decisions);

        Assert.Equal((isIncomplete, isIncomplete ? ReasonCodes.WaitingForTracking : null), (write.IsIncomplete, write.Reason));
        Assert.Equal((OutcomeKind.Unchanged, isIncomplete ? LedgerState.Waiting : null), (again.Kind, again.State));
    }

    [Fact]
    public void Plan_names_carriers_as_the_map_does_and_leaves_the_others_to_the_shop()
    {
        var goods = Goods() with { Parcels = [new Parcel { Trackings = [Number, new Tracking("T-2", null, "RIDER"), new Tracking("T-3", null, null)] }] };
        var settings = Settings() with { CarrierMap = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["rider"] = "Bike Courier" } };

        var write = Assert.Single(Flow(settings).Plan(goods, []).Writes);

        Assert.Equal([null, "Bike Courier", null], write.Record.Parcels[0].Trackings.Select(tracking => tracking.CarrierName));
    }

    [Fact]
    public void Plan_taken_back_after_telling_warns_once_and_changes_nothing()
    {
        var decision = Assert.Single(Flow().Plan(Goods("Cancelled"), [Told(Goods())]).Decisions);

        Assert.Equal((null, ReasonCodes.CancelledAfterTelling, ReasonCodes.CancelledAfterTelling), (decision.State, decision.Reason, decision.WarnOnceFor));
    }

    [Fact]
    public void Plan_cancelled_in_the_shop_is_told_again_on_demand_only()
    {
        var row = Told(Goods()) with { State = LedgerState.Cancelled };

        Assert.Empty(Flow().Plan(Goods(), [row]).Writes);
        Assert.Equal(WriteOperation.Create, Assert.Single(Flow(recreate: true).Plan(Goods(), [row]).Writes).Operation);
    }

    [Fact]
    public void Plan_taken_up_again_after_telling_changes_nothing()
    {
        var plan = Flow().Plan(Goods("Open") with { Lines = [], Parcels = [] }, [Told(Goods())]);

        Assert.Equal(OutcomeKind.Unchanged, Assert.Single(plan.Decisions).Kind);
    }

    [Fact]
    public void Plan_nothing_packed_or_another_shops_is_skipped()
    {
        Assert.Equal(ReasonCodes.NothingToShip, Flow().Plan(Goods() with { Lines = [] }, []).Decisions[0].Reason);
        Assert.Equal(ReasonCodes.OtherAccount, Flow().Plan(Goods() with { Account = "shop:other" }, []).Decisions[0].Reason);
    }

    [Fact]
    public void From_a_system_without_notification_leaves_the_customer_alone()
    {
        var context = new Engine.Flows.FlowContext
        {
            Integration = new StoredIntegration
            {
                Name = "Shipments", Type = IntegrationType.GenerateShipments, SourceId = 1, DestinationId = 2, TimeZone = "UTC", Settings = new Dictionary<string, string>(),
            },
            Settings = SettingBag.Empty, Source = new CheckResult { Account = "floor:acme" }, Destination = new CheckResult { Account = Account }, Hash = Some.Hash,
            Now = Some.Morning, Recreate = false,
        };

        var settings = ShipmentSettings.From(context);

        Assert.Equal((false, ShipWhen.Tracking, TimeSpan.FromHours(72)), (settings.NotifyCustomer, settings.ShipWhen, settings.TrackingHours));
    }

    private static PackedGoods Goods(string state = "Packed") => new()
    {
        Key = "7001", Number = "1001", Account = Account, OrderKey = "order-1", LocationKey = "loc-Berlin", State = Enum.Parse<PackingState>(state),
        PackedAt = Some.Morning, UpdatedAt = Some.Morning, Lines = [new PackedLine("L1", "MUG-1", 2)], Parcels = [new Parcel { Trackings = [Number] }],
    };

    private static ShipmentSettings Settings() => new() { Account = Account, Now = Some.Morning };

    private static ShipmentFlow Flow(ShipmentSettings? settings = null, bool recreate = false) => new(settings ?? Settings(), Some.Hash, "print", recreate);

    private static LedgerRow Told(PackedGoods goods) => Row(Assert.Single(Flow().Plan(goods, []).Writes).Hash, LedgerState.Written);

    private static LedgerRow Row(string hash, LedgerState state) => new()
    {
        SourceKey = "7001", Part = "", State = state, OwnerId = 1, Number = "1001", Ordinal = 1, DestinationId = "f-1", Hash = hash, Operation = WriteOperation.Create,
    };
}
