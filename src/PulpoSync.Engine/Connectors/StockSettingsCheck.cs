using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors;

/// <summary>What the settings of stock say of the destination's locations, and cannot be, whatever the system.</summary>
internal static class StockSettingsCheck
{
    /// <summary>One warehouse for several locations would offer its goods several times.</summary>
    public static IEnumerable<Failure> Findings(SettingBag settings, IReadOnlyList<Place> locations)
    {
        var map = settings.Map("WarehouseMap");
        var warehouses = locations.Select(place => (Location: place.Name, Warehouse: map.TryGetValue(place.Name.Trim(), out var mapped) ? mapped : settings.Text("Warehouse")));
        return
        [
            .. from pair in warehouses
               where pair.Warehouse is not null
               group pair.Location by pair.Warehouse!.Trim().ToUpperInvariant() into several
               where several.Count() > 1
               select new Failure(
                   FailureKind.Configuration, "WarehouseTwice",
                   $"The stock of one warehouse would go to the locations {string.Join(" and ", several.Select(name => $"\"{name}\""))}, and the same goods would be "
                   + "offered twice. Name the warehouse for one location only, in WarehouseMap, and leave Warehouse unset."),
        ];
    }
}
