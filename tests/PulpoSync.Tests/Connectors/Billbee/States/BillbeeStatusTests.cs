using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Billbee.States;

public class BillbeeStatusTests
{
    private const string Put = "PUT /api/v1/orders/{id}/orderstate";
    private const string Tag = "POST /api/v1/orders/{id}/tags";

    [Theory]
    [InlineData(3, "PACKED", 13)]
    [InlineData(1, "PACKED", 13)]
    [InlineData(13, "SHIPPED", 4)]
    [InlineData(16, "PACKED", 13)]
    [InlineData(11, "SHIPPED", 4)]
    public async Task State_is_set(int now, string wanted, int then)
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder(order => order with { State = now });

        var result = await WriteAsync(fixture, Write(key, new OrderMark(null, null, wanted)));

        Assert.Equal((WriteStatus.Done, key, (OutcomeKind?)null), (result.Status, result.Id, result.Became));
        Assert.Equal(then, fixture.Account.Order(order.BillBeeOrderId!.Value).State);
    }

    [Theory]
    [InlineData(13, "PACKED")]
    [InlineData(4, "PACKED")]
    [InlineData(7, "SHIPPED")]
    [InlineData(9, "SHIPPED")]
    public async Task Order_that_is_there_or_beyond_is_left_as_it_is(int now, string wanted)
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder(order => order with { State = now });

        var result = await WriteAsync(fixture, Write(key, new OrderMark(null, null, wanted)));

        Assert.Equal((WriteStatus.Done, OutcomeKind.Unchanged), (result.Status, result.Became!.Value));
        Assert.Equal((now, 0), (fixture.Account.Order(order.BillBeeOrderId!.Value).State, fixture.Calls(Put)));
    }

    [Theory]
    [InlineData(5, "RECLAMATION")]
    [InlineData(6, "DELETED")]
    [InlineData(8, "CANCELED")]
    public async Task Order_that_somebody_has_taken_off_its_way_is_never_set_to_shipped(int now, string word)
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder(order => order with { State = now });

        var result = await WriteAsync(fixture, Write(key, new OrderMark("in-warehouse", null, "SHIPPED")));

        Assert.Equal((WriteStatus.LeftOut, ReasonCodes.OrderCancelled), (result.Status, result.Failure!.Code));
        Assert.Contains(word, result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal((now, 0), (fixture.Account.Order(order.BillBeeOrderId!.Value).State, fixture.Calls(Put) + fixture.Calls(Tag)));
    }

    [Fact]
    public async Task Tag_is_added_to_those_that_are_there_and_only_once()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder(order => order with { State = 3, Tags = ["vip"] });
        var write = Write(key, new OrderMark("in-warehouse", null));

        var first = await WriteAsync(fixture, write);
        var second = await WriteAsync(fixture, Write(key, new OrderMark("In-Warehouse", null)));

        Assert.Equal(["vip", "in-warehouse"], fixture.Account.Order(order.BillBeeOrderId!.Value).Tags);
        Assert.Equal((null, OutcomeKind.Unchanged), (first.Became, second.Became!.Value));
        Assert.Equal((1, 0), (fixture.Calls(Tag), fixture.Calls(Put)));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(200)]
    public async Task Order_that_is_gone_is_left_out_by_name(int status)
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { MissingStatus = status });

        var result = await WriteAsync(fixture, Write("77", new OrderMark(null, null, "PACKED")));

        Assert.Equal((WriteStatus.LeftOut, ReasonCodes.OrderGone), (result.Status, result.Failure!.Code));
        Assert.Contains("4711", result.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.CutAfter, 200)]
    [InlineData(FaultKind.Status, 503)]
    [InlineData(FaultKind.Status, 429)]
    public async Task Lost_answer_or_limit_is_no_trouble_because_the_state_is_absolute(FaultKind kind, int status)
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, order) = fixture.AddOrder(order => order with { State = 3 });
        fixture.Fail(kind, "orderstate", status, count: 2);

        var result = await WriteAsync(fixture, Write(key, new OrderMark(null, null, "SHIPPED")));

        Assert.Equal(WriteStatus.Done, result.Status);
        Assert.Equal((4, 3), (fixture.Account.Order(order.BillBeeOrderId!.Value).State, fixture.Calls(Put)));
    }

    [Fact]
    public async Task Refused_write_is_the_failure_of_its_own_order_and_quotes_nothing()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (first, second) = (fixture.AddOrder().Key, fixture.AddOrder().Key);
        fixture.Fail(FaultKind.Status, $"{first}/orderstate", 400, body: """{"ErrorCode":11,"ErrorMessage":"Ada Example, Musterweg 5"}""");

        var results = await Destination(fixture).WriteAsync([Write(first, new OrderMark(null, null, "PACKED")), Write(second, new OrderMark(null, null, "PACKED"))], default);

        Assert.Equal([WriteStatus.Refused, WriteStatus.Done], results.Select(result => result.Status));
        Assert.Equal(FailureKind.Data, results[0].Failure!.Kind);
        Assert.DoesNotContain("Ada", results[0].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_somebody_on_the_way_that_stays_is_no_success()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var (key, _) = fixture.AddOrder();
        fixture.Fail(FaultKind.Html, "orderstate", 200, count: 0);

        Assert.Equal((WriteStatus.Unknown, "NotJson"), (await WriteAsync(fixture, Write(key, new OrderMark(null, null, "PACKED")))) is var result ? (result.Status, result.Failure!.Code) : default);
    }

    [Fact]
    public async Task Orders_are_not_asked_faster_than_billbee_allows()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var keys = Enumerable.Range(1, 9).Select(_ => fixture.AddOrder().Key).ToList();

        var results = await Destination(fixture).WriteAsync([.. keys.Select(key => Write(key, new OrderMark("t", null, "PACKED")))], default);

        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.DoesNotContain(fixture.Traces, trace => trace.Status == 429);
    }

    private static IDestination<OrderProgress> Destination(BillbeeFixture fixture) => fixture.Connect().Destination<OrderProgress>()!;

    private static async Task<WriteResult> WriteAsync(BillbeeFixture fixture, Write<OrderProgress> write) =>
        Assert.Single(await Destination(fixture).WriteAsync([write], default));

    private static Write<OrderProgress> Write(string key, OrderMark mark) => new(
        WriteOperation.Update, new RecordRef("pulpo:acme", "9001", "", "4711"), new OrderProgress
        {
            Key = "9001", Number = "4711", Account = "billbee:api@acme.example", OrderKey = key, UpdatedAt = DateTimeOffset.UnixEpoch, Mark = mark,
        });
}
