using PulpoSync.Sandbox;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Faults;

/// <summary>What has to happen before an endpoint is asked for at all.</summary>
/// <param name="Happen">Lets it happen; what goes wrong for it.</param>
internal sealed record Cause(Func<KillWorld, IReadOnlyList<Fault>> Happen)
{
    /// <summary>Whether it concerns the run before: what failed there is tried again in the next.</summary>
    public bool IsInRunBefore { get; init; }

    /// <summary>Brings it about for the next run.</summary>
    public async Task BringAboutAsync(KillWorld world, Victim victim)
    {
        var faults = Happen(world);
        foreach (var fault in faults) world.Sandbox.Faults.Add(fault);
        if (!IsInRunBefore) return;
        await world.RunAsync(victim);
        foreach (var fault in faults) world.Sandbox.Faults.Remove(fault.Id);
        world.Failures.Clear();
        world.Clock.Pass(TimeSpan.FromMinutes(61));
    }
}
