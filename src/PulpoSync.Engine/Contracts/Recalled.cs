namespace PulpoSync.Engine.Contracts;

/// <summary>One part of a record as the destination has it.</summary>
/// <param name="SourceKey">The source's key of the record.</param>
/// <param name="Part">Which part of it.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Id">The destination's id.</param>
/// <param name="IsCancelled">True where it was cancelled there, by whomever.</param>
/// <param name="Place">Name of the place that it was made for; null: not said.</param>
/// <param name="Holds">The pieces per line; null: not said for every line.</param>
public sealed record Recalled(
    string SourceKey, string Part, string Number, string Id, bool IsCancelled, string? Place, IReadOnlyDictionary<string, int>? Holds);
