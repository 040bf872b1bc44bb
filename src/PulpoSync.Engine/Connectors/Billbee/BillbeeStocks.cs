using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>The account's stock locations. An account without several has one all the same, or none that it tells.</summary>
internal sealed class BillbeeStocks(BillbeeClient client)
{
    private static readonly BillbeeCall Call = new(HttpMethod.Get, "/products/stocks");
    private IReadOnlyList<Place>? _places;

    /// <summary>Stock locations; read once.</summary>
    public async Task<IReadOnlyList<Place>> ReadAsync(CancellationToken cancellationToken) =>
        _places ??= await client.SendAsync<IReadOnlyList<Place>>(
            Call, data => [.. data.Elements().Where(stock => stock.Text("Id") is not null).Select(stock => new Place(stock.Text("Id")!, stock.Text("Name") ?? stock.Text("Id")!))],
            cancellationToken).ConfigureAwait(false);
}
