namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Queues of this process, one per key, in which callers wait in the order of their coming. A queue is forgotten when nobody is in it.</summary>
internal sealed class KeyedQueues
{
    private readonly Dictionary<string, Queue> _queues = new(StringComparer.Ordinal);

    /// <summary>How many queues there are now.</summary>
    public int Count
    {
        get
        {
            lock (_queues) return _queues.Count;
        }
    }

    /// <summary>Waits in the queue of a key until one of its first <paramref name="places"/>; what it returns lets the next one come up.</summary>
    public async Task<IDisposable> EnterAsync(string key, int places, CancellationToken cancellationToken)
    {
        var queue = Join(key, places);
        try
        {
            await queue.Places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Quit(key, queue);
            throw;
        }

        return new Turn(() =>
        {
            queue.Places.Release();
            Quit(key, queue);
        });
    }

    private Queue Join(string key, int places)
    {
        lock (_queues)
        {
            if (!_queues.TryGetValue(key, out var queue)) _queues[key] = queue = new Queue(new SemaphoreSlim(places));
            queue.Members++;
            return queue;
        }
    }

    private void Quit(string key, Queue queue)
    {
        lock (_queues)
        {
            if (--queue.Members == 0) _queues.Remove(key);
        }
    }

    private sealed class Queue(SemaphoreSlim places)
    {
        public SemaphoreSlim Places => places;
        public int Members { get; set; }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
