using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;

namespace PulpoSync.Engine.Flows.Stock;

/// <summary>Which warehouse's stock goes to which location, and what of either side is left over.</summary>
internal sealed class StockPlaces
{
    private readonly Dictionary<string, Place> _locations = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Place> _all;

    /// <exception cref="FailureException">Configuration: one warehouse for several locations.</exception>
    public StockPlaces(SettingBag settings, IReadOnlyList<Place> warehouses, IReadOnlyList<Place> locations)
    {
        _all = locations;
        var (map, single) = (settings.Map("WarehouseMap"), settings.Text("Warehouse"));
        var without = new List<Place>();
        foreach (var location in locations)
        {
            if (WarehouseMatch.Find(warehouses, WarehouseMatch.Wanted(location.Name, map, single)) is not { } warehouse) without.Add(location);
            else if (!_locations.TryAdd(warehouse.Key, location)) throw Twice(warehouse, _locations[warehouse.Key], location);
        }

        var unknown = map.Keys.Where(name => WarehouseMatch.Find(locations, name) is null);
        Notices =
        [
            .. warehouses.Where(warehouse => !_locations.ContainsKey(warehouse.Key)).Select(warehouse => (ReasonCodes.NoLocation, Untold(warehouse.Name))),
            .. without.Select(location => (ReasonCodes.NoWarehouse, Unfed(location, warehouses))),
            .. unknown.Select(name => (ReasonCodes.NoLocation, $"WarehouseMap names the location \"{name}\", which does not exist; locations are {WarehouseMatch.Names(locations)}.")),
        ];
    }

    /// <summary>Keys of the warehouses that have a location.</summary>
    public IReadOnlyCollection<string> Warehouses => _locations.Keys;

    /// <summary>What is left over, a sentence for each place.</summary>
    public IReadOnlyList<(string Code, string Message)> Notices { get; }

    /// <summary>The location of a warehouse; null where it has none.</summary>
    public Place? LocationOf(string warehouseKey) => _locations.GetValueOrDefault(warehouseKey);

    /// <summary>Why nothing is told of a warehouse.</summary>
    public string Untold(string warehouse) =>
        $"No location belongs to the warehouse \"{warehouse}\", so its stock is not told. Name a location like the warehouse, or set WarehouseMap "
        + $"(location = warehouse); locations are {WarehouseMatch.Names(_all)}.";

    private static string Unfed(Place location, IReadOnlyList<Place> warehouses) =>
        $"No warehouse belongs to the location \"{location.Name}\", so its stock stays as it is. Name a warehouse like the location, or set WarehouseMap "
        + $"(location = warehouse); warehouses are {WarehouseMatch.Names(warehouses)}.";

    private static FailureException Twice(Place warehouse, Place one, Place other) => new(new Failure(
        FailureKind.Configuration, "WarehouseTwice",
        $"The warehouse \"{warehouse.Name}\" would go to the locations \"{one.Name}\" and \"{other.Name}\", and the same goods would be offered twice. "
        + "Name it for one location only, in WarehouseMap, and leave Warehouse unset."));
}
