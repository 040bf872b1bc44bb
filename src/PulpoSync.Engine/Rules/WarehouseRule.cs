namespace PulpoSync.Engine.Rules;

/// <summary>Which warehouse stands for a location: the map's, the one fixed, else the one of equal name.</summary>
internal static class WarehouseRule
{
    public static (RuleResult Result, string? Warehouse) Apply(string? locationKey, string? locationName, SalesOrderSettings settings)
    {
        var location = locationName ?? "";
        if (locationKey is null)
        {
            return (RuleResult.Skip(ReasonCodes.NoWarehouse, "The shop has assigned no location to these lines."), null);
        }

        var wanted = settings.WarehouseMap.TryGetValue(location, out var mapped) ? mapped : settings.Warehouse ?? location;
        var name = settings.Warehouses.FirstOrDefault(w => string.Equals(w.Name.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase))?.Name;
        return name is null
            ? (RuleResult.Skip(
                ReasonCodes.NoWarehouse,
                $"No warehouse \"{wanted}\" for the location \"{location}\". Name a warehouse like the location, or set WarehouseMap; warehouses are {List(settings)}."), null)
            : (RuleResult.Accept($"Location \"{location}\" belongs to warehouse \"{name}\"."), name);
    }

    private static string List(SalesOrderSettings settings) =>
        settings.Warehouses.Count == 0 ? "none" : string.Join(", ", settings.Warehouses.Select(w => $"\"{w.Name}\""));
}
