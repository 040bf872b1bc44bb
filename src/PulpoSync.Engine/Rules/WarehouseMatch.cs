using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Rules;

/// <summary>Which warehouse belongs to a location: the map's, the one fixed, else the one of equal name; whichever way the goods or the news flow.</summary>
internal static class WarehouseMatch
{
    /// <summary>Name of the warehouse that is wanted for a location.</summary>
    public static string Wanted(string location, IReadOnlyDictionary<string, string> map, string? warehouse) =>
        map.TryGetValue(location.Trim(), out var mapped) ? mapped : warehouse ?? location;

    /// <summary>The place of a name, without regard to case and blanks around it; null where there is none.</summary>
    public static Place? Find(IEnumerable<Place> places, string name) =>
        places.FirstOrDefault(place => string.Equals(place.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Names for a sentence.</summary>
    public static string Names(IReadOnlyCollection<Place> places) =>
        places.Count == 0 ? "none" : string.Join(", ", places.Select(place => $"\"{place.Name}\""));
}
