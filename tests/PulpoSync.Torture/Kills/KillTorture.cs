using System.Diagnostics;
using System.Globalization;

namespace PulpoSync.Torture.Kills;

/// <summary>
/// Runs of every type as real processes, killed (SIGKILL) wherever it hurts while both sides go on living; then all is settled, and the worlds are compared.
/// </summary>
internal static class KillTorture
{
    private const int LongForm = 1000;
    private const int KillsPerEpisode = 25;

    private static readonly Func<Random, Task<KillWorld>>[] Worlds =
    [
        async random => await ShopifyKillWorld.StartAsync(random, "Available"),
        async random => await BillbeeKillWorld.StartAsync(random, "Available"),
        async random => await ShopifyKillWorld.StartAsync(random, "OnHand"),
        async random => await BillbeeKillWorld.StartAsync(random, "OnHand"),
    ];

    public static async Task<Verdict> RunAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var (count, time) = (options.Count ?? LongForm, Stopwatch.StartNew());
        var (hits, findings, kills) = (new Hits(), new List<string>(), new int[Worlds.Length]);
        var (episodes, misses, questions) = (Math.Max(2, (count + KillsPerEpisode - 1) / KillsPerEpisode), 0, 0);
        for (var at = 0; at < episodes; at++)
        {
            var random = new Random((options.Seed * 1000) + at);
            await using var world = await Worlds[at % Worlds.Length](random);
            var title = string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, episode {at + 1} ({world.Name})");
            var share = (count * (at + 1) / episodes) - (count * at / episodes);
            // Both worlds of one pair of vendors go on where the other one has stopped.
            var episode = new Episode(title, world, new Deck(world.Victims, kills[at % 2], share, random), random, options.Say);
            kills[at % 2] += share;
            findings.AddRange(await episode.PlayAsync(cancellationToken));
            hits.Add(episode.Hits);
            (misses, questions) = (misses + episode.Misses, questions + world.Questions);
            options.Say(string.Create(CultureInfo.InvariantCulture, $"{title}: {findings.Count} findings so far, {time.Elapsed:hh\\:mm\\:ss}"));
        }

        var figures = string.Create(CultureInfo.InvariantCulture, $"kills: seed {options.Seed}, {hits.Total} runs killed in {episodes} episodes in {time.Elapsed:hh\\:mm\\:ss}: {hits}; ")
            + string.Create(CultureInfo.InvariantCulture, $"{misses} ended before, {questions} labels a person had to look for, {findings.Count} findings");
        return new Verdict(figures, findings, hits.Table());
    }
}
