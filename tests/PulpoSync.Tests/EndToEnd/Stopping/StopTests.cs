using System.Net.Http.Json;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd.Stopping;

/// <summary>A run in a process of its own, asked to stop from another one.</summary>
public class StopTests
{
    private const string CreateOrders = "POST /api/v1/sales/bulk/orders";

    [Fact]
    public async Task Stop_ends_a_run_of_another_process_at_its_page_and_the_next_goes_on_from_there()
    {
        var startFrom = DateTimeOffset.UtcNow.AddDays(-8);
        await using var rehearsal = await Rehearsal.StartAsync();
        rehearsal.Shop.Seed(new ShopSeed { Seed = 7, Orders = 600 });
        await rehearsal.AddOrdersAsync(settings: World.Settings(startFrom));
        var held = rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.HangBefore, System = "pulpo", Operation = CreateOrders, Nth = 2 });
        using var process = ChildProcess.Start(null, "run", "Orders", "--store", rehearsal.StorePath, "--json");
        await held.Reached;

        // A run looks every two seconds; slow answers leave it the time to do so before its end.
        await SetLatencyAsync(rehearsal, 500);
        var stopping = rehearsal.Runtime.StopAsync("orders", wait: true, CancellationToken.None);
        held.Release();
        var stopped = Assert.Single(await stopping);
        await process.Exited;

        Assert.Equal((RunStatus.Stopped, 2), (stopped.Status, process.ExitCode));
        var arrived = rehearsal.Tenant.Orders.Count;
        Assert.InRange(arrived, 1, 599);
        await SetLatencyAsync(rehearsal, 0);
        Assert.Equal(RunStatus.FinishedPartially, (await rehearsal.RunAsync()).Status);
        Assert.True(rehearsal.Tenant.Orders.Count > arrived);
        World.AssertEqual(rehearsal, startFrom);
    }

    [Fact]
    public async Task Stop_without_runs_at_work_gives_none_and_an_unknown_name_is_an_error()
    {
        await using var rehearsal = await Rehearsal.StartAsync();
        await rehearsal.AddOrdersAsync();
        await rehearsal.RunAsync();

        Assert.Empty(await rehearsal.Runtime.StopAsync("*", wait: true, CancellationToken.None));

        var error = await Assert.ThrowsAsync<PulpoSyncException>(() => rehearsal.Runtime.StopAsync("Nobody", wait: false, CancellationToken.None));
        Assert.Equal(ErrorIds.ConfigNotFound, error.ErrorId);
    }

    private static async Task SetLatencyAsync(Rehearsal rehearsal, int milliseconds)
    {
        using var control = new HttpClient { BaseAddress = rehearsal.Sandbox.Address };
        using var answer = await control.PostAsJsonAsync("control/latency", new { milliseconds });
        answer.EnsureSuccessStatusCode();
    }
}
