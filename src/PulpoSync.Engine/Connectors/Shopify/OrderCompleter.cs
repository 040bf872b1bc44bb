using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Reads the inner lists of an order to their ends. Cutting them off silently would ship too little.</summary>
internal sealed class OrderCompleter(ShopifyClient client)
{
    /// <summary>Reads what is left.</summary>
    /// <returns>False where the order changed or vanished meanwhile: what was read does not belong together.</returns>
    public async Task<bool> CompleteAsync(OrderParts order, CancellationToken cancellationToken)
    {
        while (order.Lines.After is { } after)
        {
            if (await OwnerAsync(ShopifyDocument.OrderLines, order, after, cancellationToken).ConfigureAwait(false) is not { } owner) return false;
            order.Lines.Append(owner.Get("lineItems"));
        }

        while (order.FulfillmentOrders.After is { } after)
        {
            if (await OwnerAsync(ShopifyDocument.OrderFulfillmentOrders, order, after, cancellationToken).ConfigureAwait(false) is not { } owner) return false;
            order.AddFulfillmentOrders(owner.Get("fulfillmentOrders"));
        }

        foreach (var node in order.FulfillmentOrders.Nodes)
        {
            var lines = order.LinesOf(node);
            if (!await LinesAsync(ShopifyDocument.FulfillmentOrderLines, ("fulfillmentOrder", "lineItems"), node, lines, cancellationToken).ConfigureAwait(false)) return false;
        }

        foreach (var node in order.Fulfillments)
        {
            var lines = order.LinesOf(node);
            if (!await LinesAsync(ShopifyDocument.FulfillmentLines, ("node", "fulfillmentLineItems"), node, lines, cancellationToken).ConfigureAwait(false)) return false;
        }

        return true;
    }

    private async Task<JsonElement?> OwnerAsync(ShopifyDocument document, OrderParts order, string after, CancellationToken cancellationToken)
    {
        var data = await DataAsync(document, order.Id, after, cancellationToken).ConfigureAwait(false);
        var owner = data.Get("order");
        return owner?.Text("updatedAt") == order.Head.Text("updatedAt") ? owner : null;
    }

    private async Task<bool> LinesAsync(
        ShopifyDocument document, (string Root, string List) names, JsonElement node, Connection lines, CancellationToken cancellationToken)
    {
        while (lines.After is { } after)
        {
            var data = await DataAsync(document, node.Text("id")!, after, cancellationToken).ConfigureAwait(false);
            // Its id changes with every split and move: then it is gone.
            if (data.Get(names.Root) is not { } owner) return false;
            lines.Append(owner.Get(names.List));
        }

        return true;
    }

    private async Task<JsonElement> DataAsync(ShopifyDocument document, string id, string after, CancellationToken cancellationToken)
    {
        var answer = await client.QueryAsync(document, new JsonObject { ["id"] = id, ["after"] = after }, cancellationToken).ConfigureAwait(false);
        return answer.Errors.Any(error => error.Code != ShopifyError.AccessDenied)
            ? throw new FailureException(new Failure(FailureKind.Transient, "ShopifyInternalError", $"{client.Shop} answered {document.Name} in part only."))
            : answer.Data!.Value;
    }
}
