using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Flows.CounterSales;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Flows;

public class CounterSaleFlowTests
{
    [Fact]
    public void Plan_a_sale_is_booked_in_the_warehouse_of_its_location()
    {
        var write = Assert.Single(Plan(Sale(), Some.Settings() with { NumberPrefix = "POS-", WarehouseMap = new Dictionary<string, string> { ["Store"] = "Hamburg" } }).Writes);

        Assert.Equal((WriteOperation.Create, "POS-1001", ""), (write.Operation, write.Number, write.Part));
        var delivery = write.Record.Order.Delivery!;
        Assert.Equal(("POS-1001", "Hamburg", "loc-Store", "COUNTER"), (delivery.Number, delivery.Warehouse, delivery.LocationKey, delivery.FallbackCustomer));
        Assert.Equal("L1", Assert.Single(write.Record.Order.Lines).Key);
    }

    [Theory]
    [InlineData("as it should be", null)]
    [InlineData("paid back in part", null)]
    [InlineData("sold before the start", ReasonCodes.BeforeStart)]
    [InlineData("a test", ReasonCodes.TestOrder)]
    [InlineData("cancelled", ReasonCodes.CancelledAtSource)]
    [InlineData("refunded", ReasonCodes.CancelledAtSource)]
    [InlineData("pending", ReasonCodes.FinancialStatus)]
    [InlineData("all to be shipped", ReasonCodes.NothingHandedOver)]
    [InlineData("nothing physical", ReasonCodes.NothingPhysical)]
    [InlineData("without SKU", ReasonCodes.EmptySku)]
    [InlineData("no warehouse", ReasonCodes.NoWarehouse)]
    public void Plan_a_sale_stops_where_the_first_rule_says_so(string story, string? reason)
    {
        var plan = Plan(Told(story), Some.Settings() with { Warehouse = story == "no warehouse" ? "Nowhere" : "Berlin", PhysicalOnly = true });

        Assert.Equal(reason, plan.Decisions.SingleOrDefault()?.Reason);
        Assert.Equal(reason is null ? 1 : 0, plan.Writes.Count);
    }

    [Theory]
    [InlineData("as it should be", OutcomeKind.Unchanged)]
    [InlineData("paid back in part", OutcomeKind.Unchanged)]
    [InlineData("refunded", OutcomeKind.Skipped)]
    [InlineData("cancelled", OutcomeKind.Skipped)]
    [InlineData("a piece given back", OutcomeKind.Skipped)]
    [InlineData("exchanged", OutcomeKind.Skipped)]
    public void Plan_a_booked_sale_is_left_as_it_is_and_a_change_is_told_once(string story, OutcomeKind kind)
    {
        var row = Booked();

        var decision = Assert.Single(Plan(Told(story), Berlin, row).Decisions);

        Assert.Equal((kind, null, kind is OutcomeKind.Skipped ? ReasonCodes.ChangedAfterBooking : null), (decision.Kind, decision.State, decision.Reason));
        Assert.Equal(kind is OutcomeKind.Skipped, decision.WarnOnceFor is not null);
        Assert.Equal(decision.WarnOnceFor, Plan(Told(story), Berlin, row).Decisions[0].WarnOnceFor);
    }

    [Theory]
    [InlineData(ReasonCodes.OutcomeUnknown, "1001")]
    [InlineData(ReasonCodes.Recovered, "1001")]
    [InlineData(ReasonCodes.GoodsShort, "POS-1001")]
    public void Plan_a_number_that_may_be_booked_keeps_its_text(string reason, string number)
    {
        var row = Booked() with { State = LedgerState.Parked, DestinationId = null, Reason = reason };

        Assert.Equal(number, Assert.Single(Plan(Sale(), Berlin with { NumberPrefix = "POS-" }, row).Writes).Number);
    }

    [Theory]
    [InlineData("as it should be", false, "Berlin MUG-1 2 True")]
    [InlineData("pending", false, "Berlin MUG-1 2 True")]
    [InlineData("as it should be", true, "")]
    [InlineData("refunded", false, "")]
    [InlineData("sold before the start", false, "")]
    [InlineData("a test", false, "")]
    [InlineData("all to be shipped", false, "")]
    [InlineData("nothing physical", false, "")]
    public void Outstanding_are_the_pieces_that_left_and_are_not_booked(string story, bool isBooked, string expected)
    {
        var flow = new CounterSaleFlow(Berlin with { PhysicalOnly = true }, "COUNTER", Some.Hash, "print");

        var goods = flow.Outstanding(Told(story), isBooked ? [Booked()] : []);

        Assert.Equal(expected, string.Join("; ", goods.Select(one => $"{one.Warehouse} {one.Sku} {one.Pieces} {one.HasLeft}")));
    }

    private static SalesOrderSettings Berlin => Some.Settings() with { Warehouse = "Berlin" };

    private static CounterSale Sale(params OrderLine[] lines) => new()
    {
        LocationKey = "loc-Store", LocationName = "Store",
        Order = Some.Order() with
        {
            Customer = null, ShipTo = null, FulfillmentStatus = "FULFILLED", FulfillmentOrders = [],
            Lines = lines.Length > 0 ? lines : [Some.Line(), Some.Line("L2", quantity: 0, sku: "JUG-1")],
        },
    };

    private static CounterSale Told(string story) => story switch
    {
        "paid back in part" => With(order => order with { FinancialStatus = "PARTIALLY_REFUNDED" }),
        "sold before the start" => With(order => order with { CreatedAt = Some.Morning.AddDays(-9) }),
        "a test" => With(order => order with { IsTest = true }),
        "cancelled" => With(order => order with { CancelledAt = Some.Morning }),
        "refunded" => With(order => order with { FinancialStatus = "REFUNDED" }),
        "pending" => With(order => order with { FinancialStatus = "PENDING" }),
        "all to be shipped" => Sale(Some.Line(quantity: 0)),
        "nothing physical" => Sale(Some.Line(ships: false)),
        "without SKU" => Sale(Some.Line(sku: " ")),
        "a piece given back" => Sale(Some.Line(quantity: 1)),
        "exchanged" => Sale(Some.Line(), Some.Line("L3", 1, "CUP-1")),
        _ => Sale(),
    };

    private static CounterSale With(Func<Order, Order> change) => Sale() with { Order = change(Sale().Order) };

    private static Plan<CounterSale> Plan(CounterSale sale, SalesOrderSettings settings, LedgerRow? row = null) =>
        new CounterSaleFlow(settings, "COUNTER", Some.Hash, "print").Plan(sale, row is null ? [] : [row]);

    private static LedgerRow Booked() => new()
    {
        SourceKey = "order-1", Part = "", State = LedgerState.Written, OwnerId = 1, Number = "1001", Ordinal = 1, DestinationId = "77",
        Held = Plan(Sale(), Berlin).Writes[0].Held,
    };
}
