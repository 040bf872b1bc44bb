namespace PulpoSync.Benchmarks;

/// <summary>How large and how often.</summary>
/// <param name="Orders">Orders; null: as the scenario has it.</param>
/// <param name="Short">Small sizes, once instead of several times: to see that it works, not to compare.</param>
internal sealed record BenchmarkOptions(int? Orders, bool Short)
{
    /// <summary>How often what is timed is repeated.</summary>
    public int Repeats => Short ? 1 : 3;

    /// <summary>One size or the other.</summary>
    public int Size(int usual, int small) => Short ? small : usual;

    /// <summary>How many orders.</summary>
    public int OrdersOf(int usual, int small) => Orders ?? Size(usual, small);
}
