using PulpoSync.Cli.Json;

namespace PulpoSync.Cli.Demo;

/// <summary>Why orders are not at the destination: one line per reason.</summary>
internal static class NotArrived
{
    private static readonly LedgerState[] States = [LedgerState.Pending, LedgerState.Skipped, LedgerState.Waiting, LedgerState.Parked];

    public static IReadOnlyList<NotArrivedLine> Of(IPulpoSyncRuntime runtime) =>
    [
        .. runtime.GetRecords(new RecordQuery(State: States, Last: 100_000))
            .Where(record => record.DestinationId is null)
            .GroupBy(record => (record.Integration, record.State, record.Reason, Message: Nameless(record)))
            .Select(group => new NotArrivedLine(
                group.Key.Integration, group.Key.State, group.Key.Reason, group.Key.Message, group.Count(),
                [.. group.Select(record => record.Number).Order(StringComparer.Ordinal)]))
            .OrderByDescending(line => line.Count)
            .ThenBy(line => line.Reason, StringComparer.Ordinal)
            .ThenBy(line => line.Numbers[0], StringComparer.Ordinal),
    ];

    // A message may name its own order; without the number, orders with one fate are one line.
    private static string? Nameless(IntegrationRecord record) => record.Message?.Replace(record.Number, "…", StringComparison.Ordinal);
}
