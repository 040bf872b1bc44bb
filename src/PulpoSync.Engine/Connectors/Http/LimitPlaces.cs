namespace PulpoSync.Engine.Connectors.Http;

/// <summary>What one try holds of its limits; disposing gives it back, the last first.</summary>
internal sealed class LimitPlaces : IDisposable
{
    private readonly Stack<Action> _leave = new();

    /// <summary>True once the request is on its way. Places rest only after that.</summary>
    public bool Sent { get; set; }

    /// <summary>Adds what is to be done at the end.</summary>
    public void Add(Action leave) => _leave.Push(leave);

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_leave.TryPop(out var leave))
        {
            try
            {
                leave();
            }
            catch
            {
                // A store that fails here must not keep the other calls of this process waiting for ever.
                Dispose();
                throw;
            }
        }
    }
}
