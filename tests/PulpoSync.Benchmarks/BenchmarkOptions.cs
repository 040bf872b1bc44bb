namespace PulpoSync.Benchmarks;

/// <summary>How large and how often.</summary>
/// <param name="Orders">Orders; null: as the scenario has it.</param>
/// <param name="Short">A tenth of the orders, once instead of three times: to see that it works, not to compare.</param>
internal sealed record BenchmarkOptions(int? Orders, bool Short)
{
    /// <summary>How often what is timed is repeated.</summary>
    public int Repeats => Short ? 1 : 3;

    /// <summary>Orders of a scenario that has so many by itself.</summary>
    public int OrdersOr(int usual) => Orders ?? (Short ? usual / 10 : usual);
}
