using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>Which warehouse ships for a location: the map's, the one fixed, else the one of equal name.</summary>
internal static class WarehouseRule
{
    public static (RuleResult Result, string? Warehouse) Apply(FulfillmentOrder fulfillment, SalesOrderSettings settings)
    {
        var location = fulfillment.LocationName ?? "";
        if (fulfillment.LocationKey is null)
        {
            return (RuleResult.Skip(ReasonCodes.NoWarehouse, "The shop has assigned no location to these lines."), null);
        }

        var wanted = WarehouseMatch.Wanted(location, settings.WarehouseMap, settings.Warehouse);
        var name = WarehouseMatch.Find(settings.Warehouses, wanted)?.Name;
        return name is null
            ? (RuleResult.Skip(
                ReasonCodes.NoWarehouse,
                $"No warehouse \"{wanted}\" for the location \"{location}\". Name a warehouse like the location, or set WarehouseMap; warehouses are {WarehouseMatch.Names(settings.Warehouses)}."), null)
            : (RuleResult.Accept($"Location \"{location}\" ships from warehouse \"{name}\"."), name);
    }
}
