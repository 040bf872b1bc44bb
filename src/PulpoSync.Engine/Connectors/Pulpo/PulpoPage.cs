namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>One page of a list.</summary>
/// <param name="Items">Entries.</param>
/// <param name="Total"><c>total_results</c>; null where it is not told.</param>
/// <param name="Mark">Id of the first entry: the same one twice in a row means that <c>offset</c> was ignored.</param>
internal sealed record PulpoPage<T>(IReadOnlyList<T> Items, int? Total, string? Mark);
