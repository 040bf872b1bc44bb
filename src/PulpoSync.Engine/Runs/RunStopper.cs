using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Runs;

/// <summary>Asks running runs to stop, whichever process they work in.</summary>
internal sealed class RunStopper(IStore store, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Leaves the wish with each run at work. A run hears of it within seconds, and ends at its next page boundary.</summary>
    /// <param name="name">Integration, with wildcards.</param>
    /// <param name="wait">True to come back only when they have ended.</param>
    /// <param name="cancellationToken">Ends the waiting, not the wish.</param>
    /// <returns>The runs, as they stand at the end.</returns>
    public async Task<IReadOnlyList<IntegrationRun>> StopAsync(string name, bool wait, CancellationToken cancellationToken)
    {
        var asked = store.Runs.WantStop(name);
        while (wait && asked.Any(store.Runs.IsAtWork)) await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        return store.Protocol.Runs(asked);
    }
}
