using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Flows.Stock;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Flows;

public class StockFlowTests
{
    private static readonly IReadOnlyList<Place> Warehouses = [new("1", "Berlin"), new("2", "Hamburg")];
    private static readonly IReadOnlyList<Place> Locations = [new("loc-1", "Berlin"), new("loc-2", "hamburg "), new("loc-3", "Showroom")];

    [Theory]
    // measure, available, on hand, still to ship, gone already, told
    [InlineData(StockMeasure.Available, 10, 15, 0, 0, 10)]
    [InlineData(StockMeasure.Available, 10, 15, 3, 0, 7)]
    [InlineData(StockMeasure.Available, 10, 15, 0, 2, 8)]
    [InlineData(StockMeasure.Available, 10, 15, 3, 2, 5)]
    [InlineData(StockMeasure.Available, 2, 15, 3, 0, 0)]
    [InlineData(StockMeasure.Available, -4, 15, 0, 0, 0)]
    [InlineData(StockMeasure.OnHand, 10, 15, 0, 0, 15)]
    [InlineData(StockMeasure.OnHand, 10, 15, 3, 0, 15)]
    [InlineData(StockMeasure.OnHand, 10, 15, 3, 2, 13)]
    [InlineData(StockMeasure.OnHand, 10, 1, 0, 2, 0)]
    [InlineData(StockMeasure.OnHand, -4, 0, 0, 0, 0)]
    public void Plan_tells_what_is_there_less_what_the_warehouse_does_not_know_of(
        StockMeasure measure, int available, int onHand, int toShip, int left, int told)
    {
        var outstanding = new OutstandingGoods(
            [new("berlin", "MUG-1", toShip, HasLeft: false), new("Berlin", "MUG-1", left, HasLeft: true), new("Hamburg", "MUG-1", 9, HasLeft: false), new("Berlin", "MUG-2", 9, HasLeft: true)]);

        var write = Assert.Single(Flow(measure, outstanding).Plan(Level(available, onHand), []).Writes);

        Assert.Equal(
            new StockTarget { LocationKey = "loc-1", Location = "Berlin", Measure = measure, Quantity = told }, write.Record.Target);
        Assert.Equal((WriteOperation.Update, "", 1, "MUG-1"), (write.Operation, write.Part, write.Ordinal, write.Number));
    }

    [Theory]
    [InlineData(LedgerState.Written, true)]
    [InlineData(LedgerState.Parked, false)]
    [InlineData(LedgerState.Skipped, false)]
    public void Plan_of_what_was_told_is_unchanged_only_where_it_was_surely_written(LedgerState state, bool isUnchanged)
    {
        var flow = Flow();
        var told = Row(flow, Level(10)) with { State = state };

        var plan = flow.Plan(Level(10), [told]);

        Assert.Equal((isUnchanged ? 1 : 0, isUnchanged ? 0 : 1), (plan.Decisions.Count, plan.Writes.Count));
    }

    [Fact]
    public void Plan_of_another_figure_sku_measure_or_location_is_a_write()
    {
        var told = Row(Flow(), Level(10));

        Assert.Single(Flow().Plan(Level(11), [told]).Writes);
        Assert.Single(Flow().Plan(Level(10) with { Sku = "MUG-9" }, [told]).Writes);
        Assert.Single(Flow(StockMeasure.OnHand).Plan(Level(0, 10), [told]).Writes);
        Assert.Single(Flow(settings: ("WarehouseMap", "Showroom=Berlin\nBerlin=Nowhere")).Plan(Level(10), [told]).Writes);
        Assert.Single(Flow(outstanding: new OutstandingGoods([new("Berlin", "MUG-1", 1, false)])).Plan(Level(10), [told]).Writes);
    }

    /// <summary>An order that is called off gives its pieces back in the shop too, which would sell what the warehouse still owes others.</summary>
    [Fact]
    public void Plan_of_a_figure_that_moved_below_zero_is_a_write_of_zero()
    {
        var told = Row(Flow(), Level(-4));

        Assert.Equal(0, Assert.Single(Flow().Plan(Level(-2), [told]).Writes).Record.Target!.Quantity);
        Assert.Empty(Flow().Plan(Level(-4), [told]).Writes);
    }

    [Theory]
    [InlineData(null, "1", "EmptySku")]
    [InlineData(" ", "1", "EmptySku")]
    [InlineData("MUG-1", "7", "NoLocation")]
    public void Plan_of_what_cannot_be_told_says_why(string? sku, string warehouse, string reason)
    {
        var plan = Flow().Plan(Level(10) with { Sku = sku, WarehouseKey = warehouse, Warehouse = "Paris" }, []);

        var decision = Assert.Single(plan.Decisions);
        Assert.Equal((OutcomeKind.Skipped, LedgerState.Skipped, reason), (decision.Kind, decision.State, decision.Reason));
        Assert.Empty(plan.Writes);
    }

    [Fact]
    public void Flow_wants_the_warehouses_that_have_a_location_and_all_that_is_outstanding()
    {
        var flow = Flow(outstanding: new OutstandingGoods([new("Berlin", "A", 1, false), new("Hamburg", "A", 1, true), new("Paris", " B ", 1, false)]));

        Assert.Equal(["1", "2"], flow.Places!.Order());
        Assert.Equal(["A", "B"], flow.Unsteady.Order());
        Assert.Equal("MUG-1", flow.NumberOf(Level(1)));
        Assert.NotEqual(flow.VersionOf(Level(1, 2)), flow.VersionOf(Level(1, 3)));
    }

    [Theory]
    [InlineData("", "", "1=loc-1 2=loc-2")]
    [InlineData("SHOWROOM=berlin\nBerlin=Nowhere", "", "1=loc-3 2=loc-2")]
    [InlineData("Berlin=Berlin\nHamburg=Nowhere", "Hamburg", "1=loc-1 2=loc-3")]
    public void Places_follow_the_map_then_the_one_warehouse_then_equal_names(string map, string warehouse, string expected)
    {
        var places = Places(Locations, ("WarehouseMap", map), ("Warehouse", warehouse));

        Assert.Equal(expected, string.Join(' ', places.Warehouses.Order().Select(key => $"{key}={places.LocationOf(key)!.Key}")));
    }

    [Theory]
    [InlineData("Showroom=Berlin", "")]
    [InlineData("", "Berlin")]
    public void Places_refuse_one_warehouse_for_two_locations(string map, string warehouse)
    {
        var failure = Assert.Throws<FailureException>(() => Places(Locations, ("WarehouseMap", map), ("Warehouse", warehouse))).Failure;

        Assert.Equal((FailureKind.Configuration, "WarehouseTwice"), (failure.Kind, failure.Code));
        Assert.Contains("\"Berlin\"", failure.Message);
    }

    [Fact]
    public void Notices_name_each_place_that_is_left_over_and_what_to_set()
    {
        var places = Places([new("loc-1", "Berlin"), new("loc-3", "Showroom")], ("WarehouseMap", "Cellar=Berlin"));

        Assert.Equal(["NoLocation", "NoLocation", "NoWarehouse"], places.Notices.Select(notice => notice.Code).Order());
        Assert.Contains(places.Notices, notice => notice.Message.Contains("warehouse \"Hamburg\"") && notice.Message.Contains("WarehouseMap"));
        Assert.Contains(places.Notices, notice => notice.Message.Contains("location \"Showroom\"") && notice.Message.Contains("\"Hamburg\""));
        Assert.Contains(places.Notices, notice => notice.Message.Contains("\"Cellar\", which does not exist"));
    }

    private static StockPlaces Places(IReadOnlyList<Place> locations, params (string Name, string Value)[] settings) =>
        new(new SettingBag(settings.ToDictionary(setting => setting.Name, setting => setting.Value)), Warehouses, locations);

    private static IFlow<StockLevel> Flow(
        StockMeasure measure = StockMeasure.Available, OutstandingGoods? outstanding = null, params (string Name, string Value)[] settings) =>
        new StockFlow(Places(Locations, settings), measure, outstanding ?? OutstandingGoods.None, Some.Hash, "fingerprint");

    private static StockLevel Level(int available, int? onHand = null) => new()
    {
        Key = "1/9001", Sku = "MUG-1", Warehouse = "Berlin", WarehouseKey = "1", Available = available, OnHand = onHand,
    };

    private static LedgerRow Row(IFlow<StockLevel> flow, StockLevel level) => new()
    {
        SourceKey = level.Key, Part = "", State = LedgerState.Written, OwnerId = 1, Hash = flow.Plan(level, []).Writes[0].Hash,
    };
}
