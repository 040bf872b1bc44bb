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

        var wanted = WarehouseMatch.Wanted(location, settings.WarehouseMap, settings.Warehouse);
        var name = WarehouseMatch.Find(settings.Warehouses, wanted)?.Name;
        return name is null
            ? (RuleResult.Skip(
                ReasonCodes.NoWarehouse,
                $"No warehouse \"{wanted}\" for the location \"{location}\". Name a warehouse like the location, or set WarehouseMap; warehouses are {WarehouseMatch.Names(settings.Warehouses)}."), null)
            : (RuleResult.Accept($"Location \"{location}\" belongs to warehouse \"{name}\"."), name);
    }
}
