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
    private const int MostTurns = 3;

    // Most of the time they wait for what vendors' limits ask for.
    private static readonly int AtOnce = Environment.ProcessorCount + 1;

    public static async Task<Verdict> RunAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var (time, tally, findings, seen) = (Stopwatch.StartNew(), new Tally(), new List<string>(), new HashSet<(string World, string Endpoint)>());
        var asked = new Survey();
        foreach (var name in new[] { Endpoints.Shopify, Endpoints.Billbee })
        {
            foreach (var measure in new[] { "Available", "OnHand" })
            {
                await using var world = await StartAsync(name, new Random(options.Seed), measure);
                await asked.AddAsync(name, measure, world);
            }
        }

        var cells = Cells.Draw(asked, options);
        var episodes = cells.GroupBy(cell => (cell.Endpoint.World, cell.Asker.Measure)).SelectMany(one => one.Chunk(CellsPerEpisode)).ToList();
        var gate = new Lock();
        await Parallel.ForAsync(0, episodes.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (at, token) =>
        {
            var (share, random) = (episodes[at], new Random((options.Seed * 1000) + at));
            await using var world = await StartAsync(share[0].Endpoint.World, random, share[0].Asker.Measure);
            var title = string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, episode {at + 1} ({world.Name})");
            var found = await new FaultEpisode(title, world, share, asked.Ordinary, tally, Say).PlayAsync(token);
            lock (gate)
            {
                foreach (var finding in found) options.Say($"found: {finding}");
                findings.AddRange(found);
                seen.UnionWith(world.Sandbox.Traffic.ByOperation.Keys.Select(endpoint => (share[0].Endpoint.World, endpoint)));
                options.Say(string.Create(CultureInfo.InvariantCulture, $"{title}: {findings.Count} findings so far, {time.Elapsed:hh\\:mm\\:ss}"));
            }
        });

        seen.UnionWith(asked.Endpoints);
        var known = Endpoints.All.Select(endpoint => (endpoint.World, Endpoint: endpoint.Name)).ToList();
        findings.AddRange(seen.Except(known).Order().Select(one => $"{one.Endpoint} is in use in {one.World}'s world, and no fault is tried there: it is missing in Endpoints"));
        // What is asked for only when something else went wrong shows in the whole matrix alone.
        if (options.Count is null && options.Case is null) findings.AddRange(known.Except(seen).Select(one => $"{one.Endpoint} is in Endpoints, and nobody asks for it in {one.World}'s world"));
        options.Say($"without cells of their own: {string.Join("; ", known.Except(asked.Endpoints).Select(one => $"{one.World}: {one.Endpoint}"))}");
        var figures = string.Create(CultureInfo.InvariantCulture, $"faults: seed {options.Seed}, {tally.Total} cells of {Troubles.All.Count} faults × {Endpoints.All.Count} endpoints in {time.Elapsed:hh\\:mm\\:ss}: ")
            + $"{tally.Of(Outcome.WentOn)} runs went on, {tally.Of(Outcome.RecordsOpen)} left records to the next run, {tally.Total - tally.Of(Outcome.WentOn) - tally.Of(Outcome.RecordsOpen)} failed with a reason; "
            + $"{tally.Missed.Count} not reached, {findings.Count} findings";
        return new Verdict(figures, findings, tally.Table()) { Beside = (Expectations.Page, Expectations.Text()) };

        void Say(string line)
        {
            lock (gate) options.Say(line);
        }
    }

    // On a machine under load a world's quick clock may run out while it is made, which is no part of what is tried.
    private static async Task<KillWorld> StartAsync(string name, Random random, string measure)
    {
        for (var turn = 1; ; turn++)
        {
            try
            {
                return name == Endpoints.Shopify ? await ShopifyKillWorld.StartAsync(random, measure) : await BillbeeKillWorld.StartAsync(random, measure);
            }
            catch (PulpoSyncException) when (turn < MostTurns)
            {
            }
        }
    }
}
