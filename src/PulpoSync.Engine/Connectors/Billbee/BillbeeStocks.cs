using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>The account's stock locations. Inferred: one without several may tell none, and is taken to have one without an id.</summary>
internal sealed class BillbeeStocks(BillbeeClient client)
{
    private static readonly BillbeeCall Call = new(HttpMethod.Get, "/products/stocks");
    private static readonly Place Only = new("stock", BillbeeSpec.Name);
    private IReadOnlyList<Place>? _places;

    /// <summary>Stock locations, at least one; read once.</summary>
    public async Task<IReadOnlyList<Place>> ReadAsync(CancellationToken cancellationToken) =>
        _places ??= await client.SendAsync<IReadOnlyList<Place>>(Call, data => [.. Read(data).DefaultIfEmpty(Only)], cancellationToken).ConfigureAwait(false);

    /// <summary>The locations that are told: the one of a setting, by name or id, else all.</summary>
    public static IReadOnlyList<Place> Wanted(IReadOnlyList<Place> all, SettingBag settings) => settings.Text(BillbeeSpec.StockLocation)?.Trim() is { } wanted
        ? [.. all.Where(place => place.Key == wanted || string.Equals(place.Name.Trim(), wanted, StringComparison.OrdinalIgnoreCase))]
        : all;

    private static IEnumerable<Place> Read(JsonElement data) => data.Elements()
        .Where(stock => stock.Text("Id") is not null).Select(stock => new Place(stock.Text("Id")!, stock.Text("Name") ?? stock.Text("Id")!));
}
