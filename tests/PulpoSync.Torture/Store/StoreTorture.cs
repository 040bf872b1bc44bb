using System.Diagnostics;
using System.Globalization;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Store;

/// <summary>
/// What may happen to a store, from a lock that lasts or a lost page to a backup of last week: each is said clearly, nothing wrong is ever shown, and after a restore what has happened
/// meanwhile is found at the systems again.
/// </summary>
internal static class StoreTorture
{
    private const int LongForm = 400;
    private const int CasesPerWorld = 50;

    // From so many cases on, runs are kept from their store in each world, and also by what takes long.
    private const int InEach = 100;

    private static readonly Func<Random, Task<KillWorld>>[] Worlds =
    [
        async random => await BillbeeKillWorld.StartAsync(random, "Available"),
        async random => await ShopifyKillWorld.StartAsync(random, "Available"),
        async random => await BillbeeKillWorld.StartAsync(random, "OnHand"),
        async random => await ShopifyKillWorld.StartAsync(random, "OnHand"),
    ];

    public static async Task<Verdict> RunAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var (count, time) = (options.Count ?? LongForm, Stopwatch.StartNew());
        var (tally, findings) = (new Tally(), new List<string>());
        var worlds = Math.Max(2, (count + CasesPerWorld - 1) / CasesPerWorld);
        for (var at = 0; at < worlds; at++)
        {
            var random = new Random((options.Seed * 1000) + at);
            await using var world = await Worlds[at % Worlds.Length](random);
            var title = string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, world {at + 1} ({world.Name})");
            var share = (count * (at + 1) / worlds) - (count * at / worlds);
            if (OperatingSystem.IsLinux() && (at == 0 || count >= InEach))
                findings.AddRange((await new Hindering(world, tally).PlayAsync(withSlow: count >= InEach)).Select(finding => $"{title}: {finding}"));
            findings.AddRange((await new Restoration(world, tally, random).PlayAsync()).Select(finding => $"{title}: {finding}"));
            findings.AddRange((await new Spoiling(world.StorePath, tally, random).PlayAsync(share - 1, cancellationToken)).Select(finding => $"{title}: {finding}"));
            options.Say(string.Create(CultureInfo.InvariantCulture, $"{title}: {tally.Total} cases, {findings.Count} findings so far, {time.Elapsed:hh\\:mm\\:ss}"));
        }

        findings.AddRange(await MigrationKills.PlayAsync(tally));
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"store: seed {options.Seed}, {tally.Total} cases in {time.Elapsed:hh\\:mm\\:ss}: {tally.Of(Restoration.Done)} restored from an older backup, {tally.Of(MigrationKills.Done)} killed in a change of schema, {findings.Count} findings");
        return new Verdict(figures, findings, tally.Table());
    }
}
