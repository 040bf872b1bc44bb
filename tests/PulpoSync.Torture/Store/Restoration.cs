using System.Globalization;
using PulpoSync.Engine;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Store;

/// <summary>
/// A store gets another key, and later a backup is taken, in the middle of a life that goes on; then the backup is all that is left of the store. Both sides are
/// compared in the end.
/// </summary>
/// <param name="world">World.</param>
/// <param name="tally">Table.</param>
/// <param name="random">Draws.</param>
internal sealed class Restoration(KillWorld world, Tally tally, Random random)
{
    /// <summary>What it is called in the table.</summary>
    public const string Done = "lost, and restored from an older backup";

    private readonly string _backup = world.StorePath + ".backup";

    /// <summary>Plays it.</summary>
    /// <returns>What was found.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        await LiveAsync(1 + random.Next(2));
        await WithStoreAsync(store => store.ChangeStoreKey());
        tally.Add("given another key between two runs", "nothing; it goes on", "nothing; contents are compared once");
        await LiveAsync(1);
        await WithStoreAsync(store => store.BackupStore(_backup, overwrite: true));
        var hours = 1 + random.Next(3);
        await LiveAsync(hours);
        world.Edit();
        Backups.Restore(_backup, world.StorePath);
        await world.SettleAsync();
        List<string> findings = [.. world.Failures, .. world.Findings(new Hits())];
        world.Failures.Clear();
        var asked = world.Questions == 0 ? "nothing; it goes on" : "a person is asked for labels";
        tally.Add(Done, asked, "nothing; what is at the destination is found again");
        return [.. findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"restored to {hours} hours before: {finding}"))];
    }

    private async Task LiveAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++) await world.LiveAsync();
    }

    private async Task WithStoreAsync(Action<IPulpoSyncRuntime> act)
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = world.StorePath, Time = world.Clock });
        act(runtime);
    }
}
