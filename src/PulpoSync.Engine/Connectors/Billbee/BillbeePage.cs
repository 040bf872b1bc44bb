namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>A page of a list.</summary>
/// <param name="Items">What it holds, as it was read.</param>
/// <param name="TotalPages">Pages that there are now.</param>
/// <param name="TotalRows">Entries that there are now.</param>
internal sealed record BillbeePage<T>(IReadOnlyList<T> Items, int TotalPages, int TotalRows);
