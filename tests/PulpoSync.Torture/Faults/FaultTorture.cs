using System.Diagnostics;
using System.Globalization;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Faults;

/// <summary>
/// Every endpoint in use × every fault: the run comes to what is expected, the next one finds no trouble, and in the end nothing is lost or doubled.
/// </summary>
internal static class FaultTorture
{
    private const int CellsPerEpisode = 25;

    public static async Task<Verdict> RunAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var (time, tally, findings, seen) = (Stopwatch.StartNew(), new Tally(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        var cells = Cells.Draw(options);
        var episodes = cells.GroupBy(cell => cell.Endpoint.World).SelectMany(one => one.Chunk(CellsPerEpisode)).ToList();
        foreach (var (share, at) in episodes.Select((share, at) => (share, at)))
        {
            var random = new Random((options.Seed * 1000) + at);
            var measure = at % 2 == 0 ? "Available" : "OnHand";
            await using KillWorld world = share[0].Endpoint.World == Endpoints.Shopify
                ? await ShopifyKillWorld.StartAsync(random, measure)
                : await BillbeeKillWorld.StartAsync(random, measure);
            var title = string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, episode {at + 1} ({world.Name})");
            findings.AddRange(await new FaultEpisode(title, world, share, tally, options.Say).PlayAsync(cancellationToken));
            seen.UnionWith(world.Sandbox.Traffic.ByOperation.Keys);
            options.Say(string.Create(CultureInfo.InvariantCulture, $"{title}: {findings.Count} findings so far, {time.Elapsed:hh\\:mm\\:ss}"));
        }

        findings.AddRange(seen.Except(Endpoints.All.Select(endpoint => endpoint.Name)).Select(name => $"{name} is in use, and no fault is tried there: it is missing in Endpoints"));
        if (options.Count is null) findings.AddRange(Endpoints.All.Select(endpoint => endpoint.Name).Except(seen).Select(name => $"{name} is in Endpoints, and nobody asks for it"));
        var figures = string.Create(CultureInfo.InvariantCulture, $"faults: seed {options.Seed}, {tally.Total} cells of {Troubles.All.Count} faults × {Endpoints.All.Count} endpoints in {time.Elapsed:hh\\:mm\\:ss}: ")
            + $"{tally.Of(Outcome.WentOn)} runs went on, {tally.Of(Outcome.RecordsOpen)} left records to the next run, {tally.Total - tally.Of(Outcome.WentOn) - tally.Of(Outcome.RecordsOpen)} failed with a reason; "
            + $"{tally.Missed.Count} not reached, {findings.Count} findings";
        return new Verdict(figures, findings, tally.Table());
    }
}
