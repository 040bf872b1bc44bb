using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Runs;

/// <summary>Hears, while a run lasts, whether somebody in another process has asked it to stop.</summary>
internal sealed class StopSignal : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _listening;

    /// <summary>Listens until it is disposed of.</summary>
    /// <param name="store">Where the wish is left.</param>
    /// <param name="runId">Run.</param>
    /// <param name="time">Clock.</param>
    /// <param name="stop">Called once, when it is wanted.</param>
    public StopSignal(IRunStore store, long runId, TimeProvider time, Action stop) => _listening = ListenAsync(store, runId, time, stop);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task ListenAsync(IRunStore store, long runId, TimeProvider time, Action stop)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
            {
                if (!IsWanted(store, runId)) continue;
                stop();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    // Out of reach for a while is no answer: it is asked again.
    private static bool IsWanted(IRunStore store, long runId)
    {
        try
        {
            return store.IsStopWanted(runId);
        }
        catch (PulpoSyncException)
        {
            return false;
        }
    }
}
