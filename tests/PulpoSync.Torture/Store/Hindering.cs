using System.Runtime.Versioning;
using PulpoSync.Engine.Storage;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Store;

/// <summary>
/// Keeps runs from their store for a while: each says so clearly and leaves a whole store behind. That nothing was lost or doubled is seen when the worlds are
/// compared in the end.
/// </summary>
/// <param name="world">World.</param>
/// <param name="tally">Table.</param>
[SupportedOSPlatform("linux")]
internal sealed class Hindering(KillWorld world, Tally tally)
{
    /// <summary>Plays all of them once.</summary>
    /// <param name="withSlow">True to play also what takes long.</param>
    /// <returns>What was found.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(bool withSlow)
    {
        var findings = new List<string>();
        foreach (var hindrance in Hindrance.All.Where(one => withSlow || !one.IsSlow))
        {
            if (!hindrance.IsPossible) tally.Add(hindrance.Name, "not played: mounting is not allowed here", "–");
            else if (await PlayAsync(hindrance) is { } finding) findings.Add($"{hindrance.Name}: {finding}");
            else tally.Add(hindrance.Name, hindrance.ErrorId ?? "nothing: the run ends well", "nothing; the next run goes on from there");
        }

        return findings;
    }

    private async Task<string?> PlayAsync(Hindrance hindrance)
    {
        var victim = world.Victims.Single(one => one.Type is IntegrationType.SalesOrders);
        await world.LiveAsync(victim);
        using (hindrance.Around?.Invoke(world.StorePath))
        {
            if (await RunAsync(hindrance, victim.Name) is { } finding) return finding;
        }

        using var database = Database.Open(world.StorePath);
        return database.Damage();
    }

    private async Task<string?> RunAsync(Hindrance hindrance, string name)
    {
        var before = hindrance.HaltAt is null ? hindrance.Begin(world.StorePath, null) : null;
        using var process = Worker.Start(Hindrance.Launcher, world.Clock, hindrance.HaltAt, "run", name, "--store", world.StorePath, "--json");
        await Task.WhenAny(process.Halted, process.Exited);
        if (before is null && !process.Halted.IsCompleted) return $"nothing was to be done: {process.Errors}";
        using (before ?? hindrance.Begin(world.StorePath, process))
        {
            if (before is null) await process.WakeAsync();
            await process.Exited;
        }

        return Judge(hindrance, process);
    }

    private static string? Judge(Hindrance hindrance, ChildProcess process)
    {
        var said = string.Join('\n', process.Events.Select(one => one.GetRawText()).Append(process.Errors));
        if (hindrance.ErrorId is null) return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}: {said}";
        if (process.ExitCode == 0) return "nothing was said";
        return said.Contains($"\"{hindrance.ErrorId}\"", StringComparison.Ordinal) && said.Contains(hindrance.Says, StringComparison.Ordinal)
            ? null
            : $"exit code {process.ExitCode}, does not say {hindrance.ErrorId} and '{hindrance.Says}': {said}";
    }
}
