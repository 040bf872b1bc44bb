namespace PulpoSync.Engine.Runs;

/// <summary>Lets a source work while the last page is being written.</summary>
internal static class ReadingAhead
{
    /// <summary>
    /// The same elements in the same order, with the next one being read while one is dealt with. An error of the source comes where it would come
    /// otherwise: after the elements before it.
    /// </summary>
    public static async IAsyncEnumerable<T> OneAhead<T>(this IAsyncEnumerable<T> elements)
    {
        using var leaving = new CancellationTokenSource();
        var source = elements.GetAsyncEnumerator(leaving.Token);
        await using var sourceEnd = source.ConfigureAwait(false);
        var next = source.MoveNextAsync().AsTask();
        try
        {
            while (await next.ConfigureAwait(false))
            {
                var element = source.Current;
                next = source.MoveNextAsync().AsTask();
                yield return element;
            }
        }
        finally
        {
            // Who leaves early has a reason of his own; what was being read for him is nobody's any more.
            await leaving.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
