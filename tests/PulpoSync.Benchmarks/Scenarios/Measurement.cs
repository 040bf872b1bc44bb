using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>One import in a fresh world.</summary>
internal static class Measurement
{
    /// <summary>Builds a world and imports its orders.</summary>
    public static async Task<Usage> ImportAsync(WorldPlan plan, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(plan, recordTo: null, cancellationToken);
        using var store = await TempStore.CreateAsync(plan, sandbox.Address, cancellationToken);
        return await ImportAsync(plan, sandbox, store, cancellationToken);
    }

    /// <summary>Imports the orders of a world.</summary>
    /// <exception cref="InvalidOperationException">Not all of them arrived: what was measured is no import.</exception>
    public static async Task<Usage> ImportAsync(WorldPlan plan, SandboxProcess sandbox, TempStore store, CancellationToken cancellationToken)
    {
        var usage = await store.ImportAsync(cancellationToken);
        var delivered = await sandbox.DeliveredAsync(cancellationToken);
        return delivered == plan.Orders
            ? usage
            : throw new InvalidOperationException($"{delivered} of {plan.Orders} orders arrived.");
    }
}
