using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Stock;

/// <summary>What the settings of stock name at Billbee, and what cannot work.</summary>
internal static class BillbeeStockSettingsCheck
{
    /// <summary>What is wrong.</summary>
    /// <param name="settings">Settings.</param>
    /// <param name="all">All stock locations of the account.</param>
    public static IReadOnlyList<Failure> Findings(SettingBag settings, IReadOnlyList<Place> all)
    {
        var wanted = BillbeeStocks.Wanted(all, settings);
        if (wanted.Count == 0) return [Unknown(BillbeeSpec.StockLocation, settings.Text(BillbeeSpec.StockLocation)!, all)];
        if (wanted.Count > 1 && settings.Text(BillbeeSpec.StockLocation) is { } name) return [Ambiguous(name, wanted)];
        var unknown = settings.Map("WarehouseMap").Keys
            .Where(named => !all.Any(place => string.Equals(place.Name.Trim(), named, StringComparison.OrdinalIgnoreCase))).Select(named => Unknown("WarehouseMap", named, all));
        return [.. unknown, .. StockSettingsCheck.Findings(settings, wanted), .. StockMeasureCheck.Findings(settings)];
    }

    private static Failure Unknown(string setting, string name, IReadOnlyList<Place> all) => new(
        FailureKind.Configuration, "LocationUnknown", $"{setting} names the stock location \"{name}\", which Billbee does not have. Its stock locations are {Names(all)}.");

    private static Failure Ambiguous(string name, IReadOnlyList<Place> places) => new(
        FailureKind.Configuration, "LocationTwice", $"Billbee has {places.Count} stock locations called \"{name}\". Name one by its id: {Names(places)}.");

    private static string Names(IReadOnlyList<Place> places) => string.Join(", ", places.Select(place => $"\"{place.Name}\" ({place.Key})"));
}
