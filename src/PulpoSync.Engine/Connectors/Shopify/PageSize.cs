namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>How many records to ask for at a time; shrinks where the shop cannot bear it, and stays small for this connector's life.</summary>
internal sealed class PageSize(int size)
{
    // Small enough that no gateway gives up on it.
    private const int Gentle = 5;

    public int Now { get; private set; } = size;

    /// <summary>Halves, down to one.</summary>
    public void Halve() => Now = Math.Max(1, Now / 2);

    /// <summary>
    /// Goes down at once, after a server has failed at the size again and again. One such step is all there is, or an outage would be waited for at
    /// every size.
    /// </summary>
    /// <returns>False where it is small already.</returns>
    public bool Drop()
    {
        if (Now <= Gentle) return false;
        Now = Gentle;
        return true;
    }
}
