using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows.SalesOrders;
using PulpoSync.Engine.Rules;
using PulpoSync.Engine.Runs;
using PulpoSync.Engine.Scheduling;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows;

/// <summary>The types that PulpoSync can run.</summary>
internal static class FlowCatalog
{
    public static IReadOnlyList<FlowDefinition> All { get; } =
    [
        new FlowDefinition<Order>(IntegrationType.SalesOrders, SalesOrderSettingSpecs.All, SalesOrders),
    ];

    public static FlowDefinition? Find(IntegrationType type) => All.FirstOrDefault(flow => flow.Type == type);

    private static SalesOrderFlow SalesOrders(RunScope scope, CheckResult source, CheckResult destination)
    {
        var startFrom = scope.Settings.Moment("StartFrom") ?? scope.Integration.CreatedAt;
        var settings = SalesOrderSettings.From(scope.Settings, startFrom, Zones.Find(scope.Integration.TimeZone), destination.Warehouses);
        return new SalesOrderFlow(settings, scope.Hash, Fingerprint(scope, source, destination), scope.Request.Recreate);
    }

    // Settings, and the places that they speak of: a new warehouse lets orders through as a corrected setting does.
    private static string Fingerprint(RunScope scope, CheckResult source, CheckResult destination)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in scope.Settings.Values.OrderBy(p => p.Key, StringComparer.OrdinalIgnoreCase)) text.Append(name).Append('=').Append(value).Append('\0');
        foreach (var place in source.Locations.Concat(destination.Warehouses)) text.Append(place.Key).Append('=').Append(place.Name).Append('\0');
        return scope.Hash.Of(Encoding.UTF8.GetBytes(text.ToString()))[..16];
    }
}
