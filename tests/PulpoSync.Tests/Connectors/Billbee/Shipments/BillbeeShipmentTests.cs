using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Billbee.Shipments;

public class BillbeeShipmentTests
{
    private const string Post = "POST /api/v1/orders/{id}/shipment";

    [Fact]
    public async Task Each_tracking_number_becomes_a_shipment_with_its_carrier_and_the_state_stays()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder(order => order with { State = 3 });

        var result = await WriteAsync(fixture, Goods(key, new("T-1", null, "dhl_paket"), new("T-2", null, "rider"), new("T-3", null, "x") { CarrierName = "gls" }));

        Assert.Equal((WriteStatus.Done, key, (OutcomeKind?)null), (result.Status, result.Id, result.Became));
        var now = fixture.Account.Order(order.BillBeeOrderId!.Value);
        Assert.Equal([("T-1", 2, 0), ("T-2", null, 0), ("T-3", 6, 0)], now.ShippingIds.Select(parcel => (parcel.ShippingId, parcel.ShippingCarrier, parcel.ShipmentType)));
        Assert.Equal(3, now.State);
    }

    [Fact]
    public async Task What_is_there_is_not_told_again_whoever_has_told_it()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder();
        fixture.Account.AddShipment(order.BillBeeOrderId!.Value, new BillbeeShipment { ShippingId = "t-1 ", ShipmentType = 0 });

        var first = await WriteAsync(fixture, Goods(key, new("T-1", null, "dhl"), new(" T-2", null, "dhl"), new("t-2", null, "dhl")));
        var second = await WriteAsync(fixture, Goods(key, new("T-1", null, "dhl"), new("T-2", null, "dhl")));

        Assert.Equal((null, OutcomeKind.Unchanged), (first.Became, second.Became!.Value));
        Assert.Equal(1, fixture.Calls(Post));
        Assert.Equal(["t-1 ", "T-2"], fixture.Account.Order(order.BillBeeOrderId!.Value).ShippingIds.Select(parcel => parcel.ShippingId));
    }

    [Fact]
    public async Task Label_for_a_return_is_no_shipment()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder();
        fixture.Account.AddShipment(order.BillBeeOrderId!.Value, new BillbeeShipment { ShippingId = "T-1", ShipmentType = 1 });

        Assert.Null((await WriteAsync(fixture, Goods(key, new Tracking("T-1", null, "dhl")))).Became);
        Assert.Equal(2, fixture.Account.Order(order.BillBeeOrderId!.Value).ShippingIds.Count);
    }

    [Fact]
    public async Task Goods_without_any_tracking_number_are_left_out()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, _) = fixture.AddOrder();

        var result = await WriteAsync(fixture, Goods(key, new Tracking(" ", null, "dhl")));

        Assert.Equal((WriteStatus.LeftOut, ReasonCodes.NoTrackingNumber, 0), (result.Status, result.Failure!.Code, fixture.Calls(Post)));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public async Task Order_that_is_cancelled_or_deleted_is_left_out(int state)
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, _) = fixture.AddOrder(order => order with { State = state });

        var result = await WriteAsync(fixture, Goods(key, new Tracking("T-1", null, "dhl")));

        Assert.Equal((WriteStatus.LeftOut, ReasonCodes.OrderCancelled, 0), (result.Status, result.Failure!.Code, fixture.Calls(Post)));
    }

    [Fact]
    public async Task Order_that_is_gone_is_left_out()
    {
        await using var fixture = await BillbeeFixture.StartAsync();

        Assert.Equal(ReasonCodes.OrderGone, (await WriteAsync(fixture, Goods("77", new Tracking("T-1", null, "dhl")))).Failure!.Code);
    }

    [Theory]
    [InlineData(5, ReasonCodes.OrderCancelled)]
    [InlineData(6, ReasonCodes.OrderCancelled)]
    [InlineData(2, ReasonCodes.OrderGone)]
    public async Task Order_that_goes_between_look_and_write_is_left_out_too(int code, string reason)
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, _) = fixture.AddOrder();
        fixture.Fail(FaultKind.Status, "shipment", 200, body: $$"""{"ErrorCode":{{code}},"Data":null}""");

        var result = await WriteAsync(fixture, Goods(key, new Tracking("T-1", null, "dhl")));

        Assert.Equal((WriteStatus.LeftOut, reason), (result.Status, result.Failure!.Code));
    }

    [Theory]
    [InlineData(FaultKind.CutAfter, WriteStatus.Done, 1)]
    [InlineData(FaultKind.CutBefore, WriteStatus.Unknown, 0)]
    [InlineData(FaultKind.Status, WriteStatus.Unknown, 0)]
    public async Task Lost_answer_is_settled_by_reading_again_and_leads_to_one_shipment(FaultKind kind, WriteStatus status, int there)
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder();
        var goods = Goods(key, new Tracking("T-1", null, "dhl"));
        fixture.Fail(kind, "shipment", method: "POST");

        var result = await WriteAsync(fixture, goods);

        Assert.Equal((status, there), (result.Status, fixture.Account.Order(order.BillBeeOrderId!.Value).ShippingIds.Count));
        Assert.Equal(FoundKind.Nothing, Assert.Single(await Destination(fixture).FindAsync([Write(goods).Ref], default)).Kind);
        Assert.Equal(WriteStatus.Done, (await WriteAsync(fixture, goods)).Status);
        Assert.Single(fixture.Account.Order(order.BillBeeOrderId!.Value).ShippingIds);
    }

    [Fact]
    public async Task Limit_is_waited_for()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder();
        fixture.Fail(FaultKind.Status, "shipment", 429, method: "POST");

        Assert.Equal(WriteStatus.Done, (await WriteAsync(fixture, Goods(key, new Tracking("T-1", null, "dhl")))).Status);
        Assert.Single(fixture.Account.Order(order.BillBeeOrderId!.Value).ShippingIds);
    }

    [Fact]
    public async Task Another_order_than_was_asked_for_decides_nothing()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, _) = fixture.AddOrder();
        fixture.Fail(FaultKind.Status, $"orders/{key}", 200, body: """{"ErrorCode":0,"Data":{"BillBeeOrderId":5,"State":3,"ShippingIds":[]}}""");

        var result = await WriteAsync(fixture, Goods(key, new Tracking("T-1", null, "dhl")));

        Assert.Equal((WriteStatus.Refused, FailureKind.Protocol, 0), (result.Status, result.Failure!.Kind, fixture.Calls(Post)));
    }

    [Fact]
    public async Task Map_may_only_name_carriers_that_billbee_has()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var request = new CheckRequest(IntegrationType.GenerateShipments, Role.Destination, BillbeeFixture.Bag(("CarrierMap", "a=DHL Express\nb=Snail mail")));

        var failure = Assert.Single(await fixture.Connect().ValidateSettingsAsync(request, default));

        Assert.Equal((FailureKind.Configuration, "CarrierUnknown"), (failure.Kind, failure.Code));
        Assert.Contains("Snail mail", failure.Message, StringComparison.Ordinal);
        Assert.Contains("parcel_one", failure.Message, StringComparison.Ordinal);
    }

    private static IDestination<PackedGoods> Destination(BillbeeFixture fixture) => fixture.Connect().Destination<PackedGoods>()!;

    private static async Task<WriteResult> WriteAsync(BillbeeFixture fixture, PackedGoods goods) =>
        Assert.Single(await Destination(fixture).WriteAsync([Write(goods)], default));

    private static Write<PackedGoods> Write(PackedGoods goods) => new(WriteOperation.Create, new RecordRef("pulpo:acme", goods.Key, "", goods.Number), goods);

    private static PackedGoods Goods(string key, params Tracking[] trackings) => new()
    {
        Key = "7001", Number = "4711", Account = "billbee:api@acme.example", OrderKey = key, State = PackingState.Packed, UpdatedAt = DateTimeOffset.UnixEpoch,
        Lines = [new PackedLine("1", "MUG-1", 2)], Parcels = [.. trackings.Select(tracking => new Parcel { Trackings = [tracking] })],
    };
}
