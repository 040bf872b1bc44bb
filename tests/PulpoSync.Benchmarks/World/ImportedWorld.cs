using PulpoSync.Benchmarks.Processes;

namespace PulpoSync.Benchmarks.World;

/// <summary>A world of its own whose orders are imported.</summary>
internal sealed class ImportedWorld : IAsyncDisposable
{
    private readonly WorldPlan _plan;
    private readonly SandboxProcess _sandbox;

    private ImportedWorld(WorldPlan plan, SandboxProcess sandbox, TempStore store) => (_plan, _sandbox, Store) = (plan, sandbox, store);

    /// <summary>The store.</summary>
    public TempStore Store { get; }

    /// <summary>Builds a world; nothing is imported yet.</summary>
    public static async Task<ImportedWorld> BuildAsync(WorldPlan plan, TimeSpan latency, CancellationToken cancellationToken, string? recordTo = null)
    {
        var sandbox = await SandboxProcess.StartAsync(plan, latency, cancellationToken, recordTo);
        return new ImportedWorld(plan, sandbox, await TempStore.CreateAsync(plan, sandbox.Address, cancellationToken));
    }

    /// <summary>Builds a world and imports its orders; gives what that used.</summary>
    public static async Task<Usage> UsageAsync(WorldPlan plan, TimeSpan latency, CancellationToken cancellationToken)
    {
        await using var world = await BuildAsync(plan, latency, cancellationToken);
        return await world.ImportAsync(cancellationToken);
    }

    /// <summary>Imports all there is.</summary>
    /// <exception cref="InvalidOperationException">Not all of it arrived: what was measured is no import.</exception>
    public async Task<Usage> ImportAsync(CancellationToken cancellationToken)
    {
        var usage = await Store.CallAsync(cancellationToken, "run", _plan.Name);
        await _sandbox.DemandOrdersAsync(_plan.Name, _plan.Orders, cancellationToken);
        return usage;
    }

    /// <summary>Imports all there is; gives the requests that it took.</summary>
    public async Task<TrafficCounts> CountAsync(CancellationToken cancellationToken)
    {
        await _sandbox.ForgetTrafficAsync(cancellationToken);
        await ImportAsync(cancellationToken);
        return await _sandbox.TrafficAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Store.Dispose();
    }
}
