using System.Net;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoOrderFlowTests
{
    // In which states which call is accepted, and where it leads.
    [Theory]
    [InlineData("queue", "pause", "paused")]
    [InlineData("paused", "pause", null)]
    [InlineData("picking", "pause", null)]
    [InlineData("paused", "resume", "queue")]
    [InlineData("queue", "resume", null)]
    [InlineData("queue", "cancel", "cancelled")]
    [InlineData("paused", "cancel", "cancelled")]
    [InlineData("picking", "cancel", "cancelled")]
    [InlineData("packing", "cancel", "cancelled")]
    [InlineData("shipping", "cancel", "cancelled")]
    [InlineData("ended", "cancel", null)]
    [InlineData("cancelled", "cancel", null)]
    [InlineData("cancelled", "resume", null)]
    public async Task Move_is_made_or_refused_by_state(string from, string move, string? to)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = await pulpo.CreateAsync("1");
        if (from == "paused") pulpo.Tenant.Pause("1");
        else if (from == "cancelled") pulpo.Tenant.Cancel("1");
        else pulpo.Tenant.Advance("1", from);

        var answer = await pulpo.PostAsync($"sales/orders/{id}/{move}");

        Assert.Equal(to is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, answer.Status);
        Assert.Equal(to ?? from, pulpo.StateOf("1"));
        Assert.Equal(to is null, answer.Json["errors"]?["state"] is not null);
        Assert.Equal([to ?? from], (await pulpo.GetAsync($"sales/orders/fulfillments?sales_order_id={id}")).Each("fulfillment_orders", "state"));
    }

    [Fact]
    public async Task Cancel_in_picking_needs_a_free_packing_location()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "picking");
        pulpo.Tenant.PackingLocationsFree = false;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await pulpo.PostAsync($"sales/orders/{id}/cancel")).Status);

        pulpo.Tenant.PackingLocationsFree = true;
        Assert.Equal(HttpStatusCode.OK, (await pulpo.PostAsync($"sales/orders/{id}/cancel")).Status);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Cancel_brings_back_what_a_worker_has_taken(bool taken, int movements)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "picking");
        if (taken) pulpo.Tenant.TakePicking("1");

        await pulpo.PostAsync($"sales/orders/{id}/cancel");

        var tasks = pulpo.Tenant.Dump().GetProperty("replenishment_orders");
        Assert.Equal(movements, tasks.GetArrayLength());
        Assert.All(tasks.EnumerateArray(), t => Assert.Equal("sales_order_cancelled", t.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.UnprocessableEntity)]
    [InlineData(true, HttpStatusCode.Created)]
    public async Task Cancelled_number_is_free_again_only_when_the_order_is_renamed(bool rename, HttpStatusCode status)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { RenameOnCancellation = rename });
        var id = await pulpo.CreateAsync("1");
        await pulpo.PostAsync($"sales/orders/{id}/cancel");

        var again = await pulpo.PostAsync("sales/orders", pulpo.Order("1"));

        Assert.Equal(status, again.Status);
        var found = (await pulpo.GetAsync("sales/orders?order_num=1")).Each("sales_orders", "state");
        Assert.Equal(rename ? "queue" : "cancelled", Assert.Single(found));
    }

    public static TheoryData<Func<long, string, object>> References =>
    [
        (id, _) => new { id },
        (_, number) => new { order_num = number },
        (id, _) => id,
        (_, number) => number,
    ];

    [Theory]
    [MemberData(nameof(References))]
    public async Task Bulk_cancel_takes_orders_by_id_or_number(Func<long, string, object> reference)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var first = await pulpo.CreateAsync("A1");
        var ended = await pulpo.CreateAsync("A2");
        pulpo.Tenant.Advance("A2", "ended");

        var answer = await pulpo.PostAsync("sales/bulk/orders/cancel", new[] { reference(first, "A1"), reference(ended, "A2") });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["A1"], answer.Each("cancelled", "order_num"));
        Assert.Single(answer.Json["errors"]!.AsObject());
        Assert.Equal(("cancelled", "ended"), (pulpo.StateOf("A1"), pulpo.StateOf("A2")));
    }

    [Fact]
    public async Task Counts_tell_the_orders_of_each_state()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        foreach (var number in new[] { "1", "2", "3" }) await pulpo.CreateAsync(number);
        pulpo.Tenant.Advance("2", "shipping");

        var counts = (await pulpo.GetAsync("sales/orders/counts")).Json["counts"]!;

        Assert.Equal((2, 1, 0), ((int)counts["queue"]!, (int)counts["shipping"]!, (int)counts["cancelled"]!));
    }
}
