namespace PulpoSync.Engine.Contracts;

/// <summary>
/// A destination that can say what it has of a record, in however many parts and under whatever numbers: what a store that was restored from a backup has
/// forgotten is found by it again.
/// </summary>
public interface IRecall
{
    /// <summary>Everything that is ours of some records, also what was cancelled.</summary>
    /// <param name="account">Account of the source.</param>
    /// <param name="records">The source's key of each record, and the number from which those of its parts are made.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<Recalled>> RecallAsync(string account, IReadOnlyList<(string Key, string BaseNumber)> records, CancellationToken cancellationToken);
}
