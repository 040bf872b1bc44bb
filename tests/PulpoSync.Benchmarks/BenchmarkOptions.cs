using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks;

/// <summary>How large and how often.</summary>
/// <param name="Orders">Orders; null: as the scenario has it.</param>
/// <param name="Short">A tenth of the orders, once instead of three times: to see that it works, not to compare.</param>
/// <param name="Latency">Time before each answer of the sandbox, which stands for the network.</param>
internal sealed record BenchmarkOptions(int? Orders, bool Short, TimeSpan Latency)
{
    /// <summary>How often what is timed is repeated.</summary>
    public int Repeats => Short ? 1 : 3;

    /// <summary>The world of a scenario that has so many orders by itself.</summary>
    public WorldPlan Plan(int usualOrders) => new(Orders ?? (Short ? usualOrders / 10 : usualOrders)) { Latency = Latency };
}
