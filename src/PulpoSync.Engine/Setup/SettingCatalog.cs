using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Setup;

/// <summary>Which settings an integration has: those of its type, and those that its two systems add.</summary>
internal static class SettingCatalog
{
    /// <summary>
    /// Settings of a type between two systems. Where a system has one of the same name, its words and defaults win; what either goes without is left away.
    /// </summary>
    public static IReadOnlyList<SettingSpec> For(FlowDefinition flow, ConnectorSpec source, ConnectorSpec destination)
    {
        var specs = new Dictionary<string, SettingSpec>(StringComparer.OrdinalIgnoreCase);
        foreach (var spec in flow.Settings) specs[spec.Name] = spec;
        foreach (var spec in OfSystem(flow, source, Role.Source).Concat(OfSystem(flow, destination, Role.Destination))) specs[spec.Name] = spec;
        foreach (var name in Without(flow, source, Role.Source).Concat(Without(flow, destination, Role.Destination))) specs.Remove(name);
        return [.. specs.Values];
    }

    /// <summary>Settings of a type between any of the systems; where they have words of their own for one, all of these.</summary>
    public static IReadOnlyList<SettingSpec> ForAny(FlowDefinition flow, IReadOnlyList<ConnectorSpec> systems)
    {
        var specs = new Dictionary<string, SettingSpec>(StringComparer.OrdinalIgnoreCase);
        var pairs =
            from source in systems where source.SourceOf.Contains(flow.Type)
            from destination in systems where destination.DestinationOf.Contains(flow.Type)
            select For(flow, source, destination);
        foreach (var spec in pairs.SelectMany(pair => pair))
        {
            specs[spec.Name] = specs.TryGetValue(spec.Name, out var known) ? known with { Choices = [.. known.Choices.Union(spec.Choices)] } : spec;
        }

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

    private static IEnumerable<string> Without(FlowDefinition flow, ConnectorSpec system, Role role) =>
        system.Without.Where(setting => setting.Type == flow.Type && setting.Role == role).Select(setting => setting.Name);
}
