using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Setup;

/// <summary>Which settings an integration has: those of its type, and those that its two systems add.</summary>
internal static class SettingCatalog
{
    /// <summary>Settings of a type between two systems; where a system has one of the same name, its words and defaults win.</summary>
    public static IReadOnlyList<SettingSpec> For(FlowDefinition flow, ConnectorSpec source, ConnectorSpec destination)
    {
        var specs = new Dictionary<string, SettingSpec>(StringComparer.OrdinalIgnoreCase);
        foreach (var spec in flow.Settings) specs[spec.Name] = spec;
        foreach (var spec in OfSystem(flow, source, Role.Source).Concat(OfSystem(flow, destination, Role.Destination))) specs[spec.Name] = spec;
        return [.. specs.Values];
    }

    /// <summary>The settings of an integration, complete with defaults.</summary>
    public static SettingBag Complete(IReadOnlyList<SettingSpec> specs, IReadOnlyDictionary<string, string> set)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var spec in specs)
        {
            if (set.TryGetValue(spec.Name, out var value)) values[spec.Name] = value;
            else if (spec.Default is not null) values[spec.Name] = spec.Default;
        }

        return new SettingBag(values);
    }

    private static IEnumerable<SettingSpec> OfSystem(FlowDefinition flow, ConnectorSpec system, Role role) =>
        system.Settings.Where(setting => setting.Type == flow.Type && setting.Role == role).Select(setting => setting.Spec);
}
