using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Torture.Faults;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoChangeTests
{
    [Fact]
    public async Task Update_in_queue_brings_the_new_content()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.WithDelivery(PulpoSamples.Simple("1"), delivery => delivery with { Criterium = "vip" }));
        var edited = PulpoSamples.Order("1", ("SKU-2", 7)) with { ShipTo = order.ShipTo! with { City = "Potsdam" } };
        edited = PulpoSamples.WithDelivery(edited, delivery => delivery with { Warehouse = "Paris" });

        var result = await ChangeAsync(fixture, WriteOperation.Update, reference, edited);

        Assert.Equal((WriteStatus.Done, reference.DestinationId), (result.Status, result.Id));
        var now = fixture.Order("1");
        Assert.Equal(("Paris", "SKU-2", 7), (now.Warehouse, Assert.Single(now.Lines).Sku, now.Lines[0].Quantity));
        Assert.Equal("Potsdam", now.ShipTo!.Value.GetProperty("address").GetProperty("city").GetString());
        Assert.Null(now.Criterium);
        Assert.Equal(FoundKind.Ours, (await fixture.Orders().FindAsync([reference], default))[0].Kind);
    }

    [Theory]
    [InlineData("queue", WriteOperation.Update, null)]
    [InlineData("paused", WriteOperation.Update, RefusalCodes.Paused)]
    [InlineData("picking", WriteOperation.Update, RefusalCodes.NotQueued)]
    [InlineData("packing", WriteOperation.Update, RefusalCodes.NotQueued)]
    [InlineData("shipping", WriteOperation.Update, RefusalCodes.NotQueued)]
    [InlineData("ended", WriteOperation.Update, RefusalCodes.NotQueued)]
    [InlineData("cancelled", WriteOperation.Update, RefusalCodes.CancelledAtDestination)]
    [InlineData("queue", WriteOperation.Cancel, null)]
    [InlineData("paused", WriteOperation.Cancel, null)]
    [InlineData("picking", WriteOperation.Cancel, null)]
    [InlineData("packing", WriteOperation.Cancel, null)]
    [InlineData("shipping", WriteOperation.Cancel, RefusalCodes.CancelTooLate)]
    [InlineData("ended", WriteOperation.Cancel, RefusalCodes.CancelTooLate)]
    [InlineData("cancelled", WriteOperation.Cancel, null)]
    [InlineData("queue", WriteOperation.Withdraw, null)]
    [InlineData("paused", WriteOperation.Withdraw, null)]
    [InlineData("picking", WriteOperation.Withdraw, RefusalCodes.NotQueued)]
    [InlineData("packing", WriteOperation.Withdraw, RefusalCodes.NotQueued)]
    [InlineData("shipping", WriteOperation.Withdraw, RefusalCodes.NotQueued)]
    [InlineData("ended", WriteOperation.Withdraw, RefusalCodes.NotQueued)]
    [InlineData("cancelled", WriteOperation.Withdraw, null)]
    public async Task Change_follows_the_state(string state, WriteOperation operation, string? refusal)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        Bring(fixture, "1", state);

        var result = await ChangeAsync(fixture, operation, reference, order);

        Assert.Equal(refusal, result.Failure?.Code);
        Assert.Equal(refusal is null ? WriteStatus.Done : WriteStatus.Refused, result.Status);
        Assert.Equal(refusal is null && operation is not WriteOperation.Update ? "cancelled" : state, fixture.Order("1").State);
        if (refusal is not null) Assert.Equal(FailureKind.Conflict, result.Failure!.Kind);
        if (refusal is RefusalCodes.NotQueued) Assert.Equal([KeyValuePair.Create(order.Lines[0].Key, 2)], result.Holds!);
    }

    [Theory]
    [InlineData(WriteOperation.Update, RefusalCodes.UnknownState)]
    [InlineData(WriteOperation.Withdraw, RefusalCodes.UnknownState)]
    [InlineData(WriteOperation.Cancel, null)]
    public async Task Change_of_an_order_in_a_state_that_nobody_knows_waits_and_a_cancel_is_left_to_PULPO(WriteOperation operation, string? refusal)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        fixture.Host.Faults.Add(new Fault
        {
            Kind = FaultKind.Spoilt, Path = "sales/orders", Method = "GET", Count = 0,
            Spoil = body => Values.Unknown("pulpo", "sales_orders.state", body),
        });

        var result = await ChangeAsync(fixture, operation, reference, order);

        Assert.Equal(refusal, result.Failure?.Code);
        Assert.Equal(refusal is null ? "cancelled" : "queue", fixture.Order("1").State);
    }

    [Theory]
    [InlineData(WriteOperation.Update)]
    [InlineData(WriteOperation.Cancel)]
    [InlineData(WriteOperation.Withdraw)]
    public async Task Change_of_an_order_that_is_gone_says_so(WriteOperation operation)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var order = PulpoSamples.Simple("1");

        var result = await ChangeAsync(fixture, operation, PulpoSamples.Ref(order) with { DestinationId = "4040404" }, order);

        Assert.Equal((WriteStatus.Refused, RefusalCodes.GoneAtDestination), (result.Status, result.Failure!.Code));
    }

    [Fact]
    public async Task Change_without_known_id_finds_ours_by_number_and_never_a_foreign_one()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        fixture.Tenant.AddForeignOrder("2");
        var foreign = PulpoSamples.Simple("2");

        var ours = await ChangeAsync(fixture, WriteOperation.Cancel, reference with { DestinationId = null }, order);
        var others = await ChangeAsync(fixture, WriteOperation.Cancel, PulpoSamples.Ref(foreign), foreign);

        Assert.Equal(WriteStatus.Done, ours.Status);
        Assert.Equal(RefusalCodes.GoneAtDestination, others.Failure!.Code);
        Assert.Equal("queue", fixture.Order("2").State);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(403)]
    public async Task Update_overtaken_by_the_warehouse_is_answered_by_the_state(int status)
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { NotEditableStatus = status });
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        var hang = fixture.Fail(FaultKind.HangBefore, "sales/orders/", method: "PUT", count: 1);
        var task = ChangeAsync(fixture, WriteOperation.Update, reference, order);
        await hang.Reached;
        fixture.Tenant.Advance("1", "picking");
        hang.Release();

        Assert.Equal(RefusalCodes.NotQueued, (await task).Failure!.Code);
    }

    [Fact]
    public async Task Cancel_overtaken_by_shipping_is_too_late()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        fixture.Tenant.Advance("1", "packing");
        var hang = fixture.Fail(FaultKind.HangBefore, "/cancel", count: 1);
        var task = ChangeAsync(fixture, WriteOperation.Cancel, reference, order);
        await hang.Reached;
        fixture.Tenant.Advance("1", "ended");
        hang.Release();

        Assert.Equal(RefusalCodes.CancelTooLate, (await task).Failure!.Code);
    }

    [Fact]
    public async Task Cancel_without_free_packing_location_is_refused_for_now()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        fixture.Tenant.Advance("1", "picking");
        fixture.Tenant.PackingLocationsFree = false;

        var result = await ChangeAsync(fixture, WriteOperation.Cancel, reference, order);

        Assert.Equal((WriteStatus.Refused, FailureKind.Data), (result.Status, result.Failure!.Kind));
        Assert.Contains("cancel order 1", result.Failure.Message);
    }

    [Fact]
    public async Task Update_that_the_server_accepts_and_ignores_is_noticed()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        fixture.Fail(
            FaultKind.Status, "sales/orders/", 201, method: "PUT", count: 1,
            body: $$"""{"id":{{reference.DestinationId}},"order_num":"1","items":[{"line_order_id":"{{order.Lines[0].Key}}","quantity":2}]}""");

        var result = await ChangeAsync(fixture, WriteOperation.Update, reference, PulpoSamples.Order("1", ("SKU-1", 5)));

        Assert.Equal((WriteStatus.Refused, "UpdateIgnored"), (result.Status, result.Failure!.Code));
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.Status)]
    public async Task Update_and_cancel_are_simply_sent_again(FaultKind fault)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, _) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        var (second, other) = await fixture.CreatedAsync(PulpoSamples.Simple("2"));
        fixture.Fail(fault, "sales/orders/", 502, method: "PUT", count: 1);
        fixture.Fail(fault, "/cancel", 502, count: 1);

        var results = await fixture.WriteAsync(
            new Write<Order>(WriteOperation.Update, reference, PulpoSamples.Order("1", ("SKU-2", 9))), new Write<Order>(WriteOperation.Cancel, second, other));

        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.Equal((9, "cancelled"), (fixture.Order("1").Lines[0].Quantity, fixture.Order("2").State));
    }

    [Theory]
    [InlineData(FaultKind.Html, 200, WriteStatus.Unknown)]
    [InlineData(FaultKind.EmptyBody, 200, WriteStatus.Unknown)]
    [InlineData(FaultKind.EmptyBody, 201, WriteStatus.Done)]
    [InlineData(FaultKind.EmptyBody, 204, WriteStatus.Done)]
    public async Task Success_counts_where_it_is_told_by_the_answer_or_by_a_status_of_its_own(FaultKind fault, int status, WriteStatus expected)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, _) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        var (second, other) = await fixture.CreatedAsync(PulpoSamples.Simple("2"));
        fixture.Fail(fault, "sales/orders/", status, method: "PUT");
        fixture.Fail(fault, "/cancel", status);

        var results = await fixture.WriteAsync(
            new Write<Order>(WriteOperation.Update, reference, PulpoSamples.Order("1", ("SKU-2", 9))), new Write<Order>(WriteOperation.Cancel, second, other));

        Assert.All(results, result => Assert.Equal(expected, result.Status));
    }

    [Fact]
    public async Task Mixed_batch_answers_in_its_own_order()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (first, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        var (second, other) = await fixture.CreatedAsync(PulpoSamples.Simple("2"));
        fixture.Tenant.Advance("2", "picking");

        var results = await fixture.WriteAsync(
            PulpoSamples.Create(PulpoSamples.Simple("3")),
            new Write<Order>(WriteOperation.Withdraw, second, other),
            PulpoSamples.Create(PulpoSamples.Order("4", ("GONE", 1))),
            new Write<Order>(WriteOperation.Cancel, first, order));

        Assert.Equal([null, RefusalCodes.NotQueued, "UnknownSku", null], results.Select(result => result.Failure?.Code));
        Assert.Equal([fixture.Id("3"), null, null, first.DestinationId], results.Select(result => result.Id));
    }

    [Fact]
    public async Task Renamed_on_cancellation_is_still_found_by_id()
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { RenameOnCancellation = true });
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));

        await ChangeAsync(fixture, WriteOperation.Cancel, reference, order);

        Assert.Equal(WriteStatus.Done, (await ChangeAsync(fixture, WriteOperation.Cancel, reference, order)).Status);
        Assert.Equal(RefusalCodes.CancelledAtDestination, (await ChangeAsync(fixture, WriteOperation.Update, reference, order)).Failure!.Code);
    }

    private static async Task<WriteResult> ChangeAsync(PulpoFixture fixture, WriteOperation operation, RecordRef reference, Order order) =>
        Assert.Single(await fixture.WriteAsync(new Write<Order>(operation, reference, order)));

    private static void Bring(PulpoFixture fixture, string number, string state)
    {
        if (state == "paused") fixture.Tenant.Pause(number);
        else if (state == "cancelled") fixture.Tenant.Cancel(number);
        else if (state != "queue") fixture.Tenant.Advance(number, state);
    }
}
