using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo;

/// <summary>Answers that are lost, cut, partial or contradict what is there: nothing is lost, nothing is made twice.</summary>
public class PulpoOutcomeTests
{
    private static Write<Order>[] Batch(int count) => [.. Enumerable.Range(1, count).Select(i => PulpoSamples.Create(PulpoSamples.Simple($"{i}")))];

    [Theory]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.EmptyBody)]
    public async Task Bulk_answer_that_is_lost_is_settled_by_looking(FaultKind fault)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(fault, "sales/bulk/orders", status: fault is FaultKind.Status ? 500 : 200, count: 1);

        var results = await fixture.WriteAsync(Batch(10));

        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"{i}").Order(), fixture.Tenant.Orders.Select(order => order.Number).Order());
        Assert.Equal(results.Select(result => result.Id), Batch(10).Select(write => fixture.Id(write.Ref.Number)));
    }

    [Fact]
    public async Task Order_that_alone_makes_the_server_fail_is_unknown_and_the_others_are_done()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.Status, "sales/bulk/orders", 500, method: "POST");
        fixture.Fail(FaultKind.Status, "api/v1/sales/orders", 500, method: "POST", nth: 3, count: 1);

        var results = await fixture.WriteAsync(Batch(5));

        Assert.Equal(4, results.Count(result => result.Status is WriteStatus.Done));
        var unknown = Assert.Single(results, result => result.Status is WriteStatus.Unknown);
        Assert.Equal(FailureKind.Transient, unknown.Failure!.Kind);
        Assert.Equal(4, fixture.Tenant.Orders.Count);
    }

    [Fact]
    public async Task Server_that_cannot_even_be_asked_leaves_all_unknown()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.CutAfter, "sales/bulk/orders");
        fixture.Fail(FaultKind.Status, "api/v1/sales/orders", 503, method: "GET");

        var results = await fixture.WriteAsync(Batch(3));

        Assert.All(results, result => Assert.Equal((WriteStatus.Unknown, FailureKind.Transient), (result.Status, result.Failure!.Kind)));
        fixture.Host.Faults.Clear();
        var found = await fixture.Orders().FindAsync([.. Batch(3).Select(write => write.Ref)], default);
        Assert.All(found, one => Assert.Equal(FoundKind.Ours, one.Kind));
    }

    [Fact]
    public async Task Partial_answer_that_does_not_name_an_order_is_settled_by_looking()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.Status, "sales/bulk/orders", 400, count: 1, body: """{"created":[{"id":555,"order_num":"1"}],"errors":{"2":{"items":"is invalid"}}}""");

        var results = await fixture.WriteAsync(Batch(3));

        Assert.Equal(("555", WriteStatus.Done), (results[0].Id, results[0].Status));
        Assert.Equal((WriteStatus.Refused, "FieldInvalid"), (results[1].Status, results[1].Failure!.Code));
        Assert.Equal((WriteStatus.Done, fixture.Id("3")), (results[2].Status, results[2].Id));
    }

    [Fact]
    public async Task Number_that_is_ours_already_is_done()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (reference, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));

        var result = Assert.Single(await fixture.WriteAsync(PulpoSamples.Create(order)));

        Assert.Equal((WriteStatus.Done, reference.DestinationId), (result.Status, result.Id));
        Assert.Single(fixture.Tenant.Orders);
    }

    [Fact]
    public async Task Number_that_is_ours_from_an_earlier_call_gets_the_content_of_this_one()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        await fixture.CreatedAsync(PulpoSamples.Order("1", ("SKU-1", 2)));

        var result = Assert.Single(await fixture.WriteAsync(PulpoSamples.Create(PulpoSamples.Order("1", ("SKU-1", 5)))));

        Assert.Equal((WriteStatus.Done, fixture.Id("1"), null), (result.Status, result.Id, result.Warning));
        Assert.Equal(5, Assert.Single(fixture.Order("1").Lines).Quantity);
    }

    [Theory]
    [InlineData("picking", RefusalCodes.NotQueued)]
    [InlineData("cancelled", RefusalCodes.CancelledAtDestination)]
    public async Task Number_that_is_ours_and_no_longer_queued_is_refused_with_its_id(string state, string code)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        await fixture.CreatedAsync(PulpoSamples.Order("1", ("SKU-1", 2)));
        if (state == "cancelled") fixture.Tenant.Cancel("1");
        else fixture.Tenant.Advance("1", state);

        var result = Assert.Single(await fixture.WriteAsync(PulpoSamples.Create(PulpoSamples.Order("1", ("SKU-1", 5)))));

        Assert.Equal((WriteStatus.Refused, code, fixture.Id("1")), (result.Status, result.Failure?.Code, result.Id));
        Assert.Equal(2, Assert.Single(fixture.Order("1").Lines).Quantity);
    }

    [Theory]
    [InlineData("shopify:other.myshopify.com", "1/1")]
    [InlineData(PulpoFixture.Account, "2/1")]
    public async Task Number_of_another_shop_or_part_is_taken_naming_both(string account, string part)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var order = PulpoSamples.Simple("1");
        await fixture.WriteAsync(PulpoSamples.Create(order) with { Ref = PulpoSamples.Ref(order, account, part) });

        foreach (var adopt in new[] { "false", "true" })
        {
            var result = Assert.Single(await fixture.Orders(("AdoptExisting", adopt)).WriteAsync([PulpoSamples.Create(order)], default));

            Assert.Equal((WriteStatus.Refused, FailureKind.Conflict, RefusalCodes.OrderNumberTaken), (result.Status, result.Failure!.Kind, result.Failure.Code));
            Assert.Contains("#1", result.Failure.Message);
            Assert.Contains(account, result.Failure.Message);
            Assert.DoesNotContain("Lovelace", result.Failure.Message);
        }
    }

    [Fact]
    public async Task Number_of_another_tool_is_taken_unless_adopted()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Tenant.AddForeignOrder("1");

        var refused = Assert.Single(await fixture.WriteAsync(Batch(1)));
        var adopted = Assert.Single(await fixture.Orders(("AdoptExisting", "true")).WriteAsync(Batch(1), default));

        Assert.Equal((WriteStatus.Refused, RefusalCodes.OrderNumberTaken), (refused.Status, refused.Failure!.Code));
        Assert.Equal((WriteStatus.Done, fixture.Id("1")), (adopted.Status, adopted.Id));
        Assert.Equal("SKU-1", Assert.Single(fixture.Order("1").Lines).Sku);
        Assert.Equal(FoundKind.Ours, (await fixture.Orders().FindAsync([Batch(1)[0].Ref], default))[0].Kind);
    }

    [Fact]
    public async Task Number_of_another_tool_that_is_being_worked_on_is_never_adopted()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Tenant.AddForeignOrder("1");
        fixture.Tenant.Cancel("1");

        var result = Assert.Single(await fixture.Orders(("AdoptExisting", "true")).WriteAsync(Batch(1), default));

        Assert.Equal(RefusalCodes.OrderNumberTaken, result.Failure!.Code);
    }

    [Fact]
    public async Task Same_number_twice_in_a_batch_never_stands_in_one_call()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (one, other) = (PulpoSamples.Simple("1"), PulpoSamples.Simple("1") with { Key = "another order" });

        var results = await fixture.WriteAsync(PulpoSamples.Create(one), PulpoSamples.Create(other));

        Assert.Equal(WriteStatus.Done, results[0].Status);
        Assert.Equal(RefusalCodes.OrderNumberTaken, results[1].Failure!.Code);
        Assert.Equal(2, fixture.Calls("POST /api/v1/sales/bulk/orders"));
    }

    [Fact]
    public async Task Failure_before_anything_was_sent_speaks_for_the_whole_call()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.Status, "inventory/products", 503);

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.WriteAsync(Batch(2)));

        Assert.Equal((FailureKind.Transient, false), (thrown.Failure.Kind, thrown.OutcomeUnknown));
        Assert.Empty(fixture.Tenant.Orders);
    }

    [Fact]
    public async Task Failure_after_something_was_written_keeps_what_is_known()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        // The second chunk of fifty is refused as a whole.
        fixture.Fail(FaultKind.Status, "sales/bulk/orders", 403, nth: 2, count: 1);

        var results = await fixture.WriteAsync(Batch(60));

        Assert.Equal((50, 10), (results.Count(result => result.Status is WriteStatus.Done), results.Count(result => result.Status is WriteStatus.Unknown)));
    }

    [Fact]
    public async Task Cancelled_before_the_first_order_is_sent_nothing_is_written()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        using var cancel = new CancellationTokenSource();
        var fault = fixture.Fail(FaultKind.HangBefore, "iam/users/me");
        var task = fixture.Orders().WriteAsync(Batch(2), cancel.Token);
        await fault.Reached;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Empty(fixture.Tenant.Orders);
    }

    [Fact]
    public async Task Find_tells_ours_foreign_and_nothing_apart()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var (mine, order) = await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        fixture.Tenant.AddForeignOrder("2");
        fixture.Tenant.Cancel("1");

        var found = await fixture.Orders().FindAsync(
            [mine, mine with { Number = "2" }, mine with { Number = "3" }, mine with { SourceAccount = "shopify:other" }, mine with { Part = "9/9" }], default);

        Assert.Equal([FoundKind.Ours, FoundKind.Foreign, FoundKind.Nothing, FoundKind.Foreign, FoundKind.Foreign], found.Select(one => one.Kind));
        Assert.Equal((mine.DestinationId, "cancelled"), (found[0].Id, found[0].State));
        Assert.Contains("queue", found[1].BelongsTo);
        Assert.Contains(order.Key, found[3].BelongsTo);
    }
}
