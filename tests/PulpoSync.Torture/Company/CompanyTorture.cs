using System.Diagnostics;
using System.Globalization;

namespace PulpoSync.Torture.Company;

/// <summary>Several processes on one store: none gets in another's way, none does another's work twice.</summary>
internal static class CompanyTorture
{
    private const int LongForm = 10;

    private const string Head =
        """
        | scenario | rounds | processes | told who holds the route | takeovers | refused | kept from the store | orders compared | findings |
        |---|---|---|---|---|---|---|---|---|
        """;

    private static readonly (string Name, Func<Random, Tally, Task> PlayAsync)[] Scenarios =
    [
        ("two and four at the same moment", SameMoment.PlayAsync),
        ("daily and recurring at the same minute", SameMinute.PlayAsync),
        ("a holder that died", DeadHolder.PlayAsync),
        ("a holder that slept for an hour", SleepingHolder.PlayAsync),
        ("many who ask during a run", Readers.PlayAsync),
        ("a slow first import beside 299 others", SlowImport.PlayAsync),
    ];

    /// <summary>How many scenarios there are; each is a case, from 1.</summary>
    public static int Cases => Scenarios.Length;

    public static async Task<Verdict> RunAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var (rounds, time) = (options.Count ?? LongForm, Stopwatch.StartNew());
        var scenarios = options.Case is { } chosen ? [Scenarios[chosen - 1]] : Scenarios;
        var tallies = scenarios.Select(scenario => new Tally(scenario.Name)).ToList();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var ((_, playAsync), tally) in scenarios.Zip(tallies))
            {
                cancellationToken.ThrowIfCancellationRequested();
                tally.Rounds++;
                await playAsync(new Random((options.Seed * 1000) + round), tally);
                options.Say(string.Create(CultureInfo.InvariantCulture, $"{tally}; {tally.Findings.Count} findings so far, {time.Elapsed:hh\\:mm\\:ss}"));
            }
        }

        List<string> findings = [.. tallies.SelectMany(tally => tally.Findings)];
        var figures = string.Create(
            CultureInfo.InvariantCulture, $"company: seed {options.Seed}, {time.Elapsed:hh\\:mm\\:ss}: {string.Join("; ", tallies)}; {findings.Count} findings");
        return new Verdict(figures, findings, $"{Head}\n{string.Join('\n', tallies.Select(tally => tally.Row()))}");
    }
}
