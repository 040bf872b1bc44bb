namespace PulpoSync.Engine.Runs;

/// <summary>
/// Several pages of a run are under way, but one at a time touches what they share. Whoever waits for somebody outside lets the others go on meanwhile.
/// </summary>
internal sealed class Turn(SemaphoreSlim gate)
{
    public Turn()
        : this(new SemaphoreSlim(1))
    {
    }

    /// <summary>Waits for its turn and works.</summary>
    public async Task TakeAsync(Func<Task> work)
    {
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Gives the turn away while something outside is waited for, and takes it again.</summary>
    public async Task<T> AwayAsync<T>(Func<Task<T>> wait)
    {
        // Begun while it is still our turn, so that pages stand outside in their sequence.
        var waiting = wait();
        gate.Release();
        try
        {
            return await waiting.ConfigureAwait(false);
        }
        finally
        {
            await gate.WaitAsync().ConfigureAwait(false);
        }
    }
}
