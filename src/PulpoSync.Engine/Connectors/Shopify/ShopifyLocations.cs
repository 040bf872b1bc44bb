using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>The shop's active locations, read once for a connector's life.</summary>
internal sealed class ShopifyLocations(ShopifyClient client)
{
    private IReadOnlyList<Place>? _places;

    public async Task<IReadOnlyList<Place>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_places is not null) return _places;
        var locations = new Connection(client.Shop, "locations");
        do
        {
            var variables = new JsonObject { ["after"] = locations.After };
            var answer = await client.QueryAsync(ShopifyDocument.Locations, variables, cancellationToken).ConfigureAwait(false);
            locations.Append(answer.Data?.Get("locations"));
        }
        while (locations.After is not null);

        return _places = [.. locations.Nodes.Select(node => new Place(node.Text("id") ?? "", node.Text("name") ?? ""))];
    }
}
