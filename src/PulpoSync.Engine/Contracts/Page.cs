namespace PulpoSync.Engine.Contracts;

/// <summary>Some records, in reading order.</summary>
/// <param name="Records">The records.</param>
/// <param name="NextCursor">Where the next run may start once these are settled; null: the cursor does not move.</param>
public sealed record Page<TRecord>(IReadOnlyList<TRecord> Records, string? NextCursor)
{
    /// <summary>What the source could not read completely, per record key: the record is parked with this reason.</summary>
    public IReadOnlyList<(string Key, string? Number, Failure Failure)> Unreadable { get; init; } = [];
}
