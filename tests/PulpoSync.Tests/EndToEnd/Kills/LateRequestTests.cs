using PulpoSync.Sandbox;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.EndToEnd.Kills;

/// <summary>
/// The killed process's request reaches PULPO, but PULPO executes it only after the successor has looked. Meanwhile the shop has changed its orders.
/// </summary>
public sealed class LateRequestTests : IAsyncLifetime
{
    private const string CreateOrders = "POST /api/v1/sales/bulk/orders";
    private const string UpdateOrder = "PUT /api/v1/sales/orders/{id}";
    private const string Account = "shopify:acme.myshopify.com";

    private readonly DateTimeOffset _startFrom = DateTimeOffset.UtcNow.AddDays(-8);
    private Rehearsal _rehearsal = null!;

    public async Task InitializeAsync()
    {
        _rehearsal = await Rehearsal.StartAsync();
        _rehearsal.Shop.Seed(new ShopSeed { Orders = 40, Plain = true });
        await _rehearsal.AddOrdersAsync(settings: World.Settings(_startFrom));
    }

    public async Task DisposeAsync() => await _rehearsal.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create_that_comes_late_never_keeps_the_newer_content_out(bool beforeTheSuccessors)
    {
        var (late, next, successor) = await KillAndGoOnAsync();
        using var process = successor;

        if (beforeTheSuccessors) await ExecuteAsync(late);
        next.Release();
        await process.Exited;
        if (!beforeTheSuccessors) await ExecuteAsync(late);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(_rehearsal.Shop.Orders.Count, _rehearsal.Tenant.Orders.Count);
        ShopEdits.AssertFollowed(_rehearsal, _startFrom, Account);
    }

    [Fact]
    public async Task Create_that_comes_late_and_is_picked_already_counts_and_only_what_is_missing_is_made()
    {
        var (late, next, successor) = await KillAndGoOnAsync();
        using var process = successor;

        await ExecuteAsync(late);
        foreach (var order in _rehearsal.Tenant.Orders) _rehearsal.Tenant.Advance(order.Number, "picking");
        next.Release();
        await process.Exited;

        var there = _rehearsal.Tenant.Orders.ToLookup(order => order.Number.Split('_')[0]);
        Assert.All(_rehearsal.Shop.Orders, order => Assert.Equal(
            (2, order.Lines.Sum(line => line.CurrentQuantity)),
            (there[$"{order.Number}"].Count(), there[$"{order.Number}"].Sum(one => one.Lines.Sum(line => (int)line.Quantity)))));
        var known = _rehearsal.Runtime.GetRecords(new RecordQuery()).Select(record => record.DestinationId);
        Assert.Equal(_rehearsal.Tenant.Orders.Select(order => $"{order.Id}").Order(), known.Order());
    }

    [Fact]
    public async Task Update_that_comes_after_the_successors_is_made_good_once_none_can_come_any_more()
    {
        await _rehearsal.RunAsync();
        await _rehearsal.Runtime.DisposeAsync();
        AddOneToEach();
        var late = _rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.HangBefore, Operation = UpdateOrder, OutlivesClient = true });
        using (var killed = Start())
        {
            await late.Reached;
            await killed.KillAsync();
        }

        AddOneToEach();
        using var successor = Start();
        await successor.Exited;
        await ExecuteAsync(late);
        await _rehearsal.ReopenAsync(TimeSpan.FromMinutes(5));
        var run = await _rehearsal.RunAsync();

        Assert.Equal((0, RunStatus.Finished), (successor.ExitCode, run.Status));
        ShopEdits.AssertFollowed(_rehearsal, _startFrom, Account);
        Assert.Equal(0, (await _rehearsal.RunAsync()).Counts.Updated);
    }

    private async Task<(Fault Late, Fault Next, ChildProcess Successor)> KillAndGoOnAsync()
    {
        var faults = _rehearsal.Sandbox.Faults;
        var late = faults.Add(new Fault { Kind = FaultKind.HangBefore, Operation = CreateOrders, OutlivesClient = true });
        using (var killed = Start())
        {
            await late.Reached;
            await killed.KillAsync();
        }

        AddOneToEach();
        var next = faults.Add(new Fault { Kind = FaultKind.HangBefore, Operation = CreateOrders });
        var successor = Start();
        await next.Reached;
        return (late, next, successor);
    }

    private void AddOneToEach()
    {
        foreach (var order in _rehearsal.Shop.Orders) _rehearsal.Shop.SetQuantity(order.Lines[0], order.Lines[0].Quantity + 1);
    }

    private ChildProcess Start() => ChildProcess.Start(null, "run", "Orders", "--store", _rehearsal.StorePath, "--json");

    private static Task ExecuteAsync(Fault held)
    {
        held.Release();
        return held.Ended;
    }
}
