using PulpoSync.Cli.Json;

namespace PulpoSync.Cli.Demo;

/// <summary>Why orders and products are not in PULPO: one line per reason.</summary>
internal static class NotArrived
{
    private static readonly LedgerState[] States = [LedgerState.Pending, LedgerState.Skipped, LedgerState.Waiting, LedgerState.Parked];

    private static readonly Dictionary<IntegrationType, string> Kinds = new()
    {
        [IntegrationType.Products] = "product", [IntegrationType.SalesOrders] = "order", [IntegrationType.SalesOrdersPos] = "counter sale",
    };

    public static IReadOnlyList<NotArrivedLine> Of(IPulpoSyncRuntime runtime)
    {
        var sources = runtime.GetConfigs().ToDictionary(config => config.Name, config => config.Source);
        var records = runtime.GetRecords(new RecordQuery(Last: 100_000)).Where(record => Kinds.ContainsKey(record.Type)).ToList();
        // A counter sale is no order to ship, and is there all the same.
        var there = records.Where(record => record.DestinationId is not null).Select(KeyOf).ToHashSet();
        return
        [
            .. records.Where(record => States.Contains(record.State) && !there.Contains(KeyOf(record)))
                .GroupBy(record => (record.Integration, record.Type, record.State, record.Reason, Message: Nameless(record)))
                .Select(group => new NotArrivedLine(
                    group.Key.Integration, Kinds[group.Key.Type], group.Key.State, group.Key.Reason, group.Key.Message, group.Count(),
                    [.. group.Select(record => record.Number).Order(StringComparer.Ordinal)]))
                .OrderByDescending(line => line.Count)
                .ThenBy(line => line.Reason, StringComparer.Ordinal)
                .ThenBy(line => line.Numbers[0], StringComparer.Ordinal),
        ];

        (string?, string) KeyOf(IntegrationRecord record) => (sources[record.Integration], record.SourceKey);
    }

    // A message may name its own order; without the number, orders with one fate are one line.
    private static string? Nameless(IntegrationRecord record) => record.Message?.Replace(record.Number, "…", StringComparison.Ordinal);
}
