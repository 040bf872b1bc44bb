using PulpoSync.Engine;

namespace PulpoSync.Torture.Store;

/// <summary>Spoils copies of a store that has seen some life, looks at all that can be asked of them, and asks for a backup of what looks whole.</summary>
/// <param name="store">Store; nobody has it open.</param>
/// <param name="tally">Table.</param>
/// <param name="random">Draws.</param>
internal sealed class Spoiling(string store, Tally tally, Random random)
{
    private readonly List<string> _findings = [];

    /// <summary>Plays so many cases.</summary>
    /// <returns>What was found.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(int count, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pulposync-spoilt-").FullName;
        try
        {
            var before = await Look.AtAsync(Copy(folder, 0));
            for (var at = 0; at < count; at++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var damage = Damage.All[at % Damage.All.Count];
                var path = Copy(folder, at + 1);
                damage.Do(path, random);
                await JudgeAsync(damage, path, before);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return _findings;
    }

    private async Task JudgeAsync(Damage damage, string path, string before)
    {
        var (error, difference, fault) = await Look.CompareAsync(path, before);
        if (fault is not null) Found(damage, fault);
        else if (error is not null) Heard(damage, error);
        else if (difference is not null && !damage.MayBeShown) Found(damage, $"shows something else, and says nothing: {difference}");
        else if (!damage.MayBeUnnoticed) Found(damage, "nothing was said");
        else await BackUpAsync(damage, path, difference is null ? "nothing: nothing stood there" : "nothing: it is shown as it stands there now");
    }

    // Nobody came to the spoilt place; whoever backs it up hears of it.
    private async Task BackUpAsync(Damage damage, string path, string unnoticed)
    {
        try
        {
            await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = path });
            runtime.BackupStore(path + ".backup", overwrite: false);
            tally.Add(damage.Name, unnoticed, Lost(damage));
        }
        catch (PulpoSyncException error)
        {
            Heard(damage, error, " when it is backed up");
        }
    }

    private void Heard(Damage damage, PulpoSyncException error, string when = "")
    {
        tally.Add(damage.Name, error.ErrorId + when, damage.MayBeUnnoticed ? Lost(damage) : "nothing");
        if (damage.ErrorId != error.ErrorId) Found(damage, $"{error.ErrorId}: {error.Message}");
        // What is spoilt may not be recognised as a store any more.
        else if (!error.Message.Contains(damage.Says, StringComparison.Ordinal) && !error.Message.Contains("restore", StringComparison.Ordinal)) Found(damage, $"does not say '{damage.Says}': {error.Message}");
    }

    private static string Lost(Damage damage) => damage.MayBeShown ? "nothing that an earlier backup has" : "nothing that a backup has";

    private void Found(Damage damage, string what) => _findings.Add($"{damage.Name}: {what}");

    private string Copy(string folder, int at)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"{at}.db"));
        File.Copy(store, path);
        File.Copy(store + ".key", path + ".key");
        return path;
    }
}
