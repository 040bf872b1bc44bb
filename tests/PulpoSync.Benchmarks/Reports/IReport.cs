using Spectre.Console;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>What a scenario has found. Its properties are what machines read.</summary>
internal interface IReport
{
    /// <summary>Name of the scenario.</summary>
    string Scenario { get; }

    /// <summary>Shows it to people.</summary>
    void Show(IAnsiConsole console);
}
