namespace PulpoSync.Engine.Contracts;

/// <summary>
/// Optional on a destination: it can tell which of its records somebody has changed there. They are compared again, so that a destination that must
/// follow its source does so also after others have put their hands to it.
/// </summary>
public interface IWatch
{
    /// <summary>
    /// Numbers of what changed since a cursor of an earlier call, also by ourselves. Null: nothing is told, only where to begin next time.
    /// The cursor of the last page is safe once all pages were dealt with; it rests on the vendor's times, never on ours.
    /// </summary>
    IAsyncEnumerable<WatchPage> ChangedAsync(string? cursor, CancellationToken cancellationToken);
}

/// <summary>Some of what changed at a destination.</summary>
/// <param name="Numbers">Numbers, as ledger rows carry them.</param>
/// <param name="NextCursor">Where to go on; only the last page's counts.</param>
public sealed record WatchPage(IReadOnlyList<string> Numbers, string? NextCursor);
