using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>Reads what is known of an order before anything of it is returned or refunded.</summary>
internal sealed class ReturnOrderReader(ShopifyClient client)
{
    /// <summary>Reads an order; null where the shop has none of that id, or does not show it.</summary>
    /// <exception cref="FailureException">No usable answer. An answer in part is none: what it hides may be the very return that is looked for.</exception>
    public async Task<ReturnOrder?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!Gid.IsOrder(id)) return null;
        Connection lines = new(client.Shop, "lineItems"), returns = new(client.Shop, "returns"), shipments = new(client.Shop, "returnableFulfillments");
        JsonElement? first = null;
        do
        {
            var variables = new JsonObject { ["id"] = id, ["lines"] = lines.After, ["returns"] = returns.After, ["fulfillments"] = shipments.After };
            var answer = await client.QueryAsync(ShopifyDocument.ReturnOrder, variables, cancellationToken).ConfigureAwait(false);
            if (answer.Errors.Count > 0) throw InPart(answer.Errors[0]);
            if (answer.Data?.Get("order") is not { } order) return null;
            // A list that was complete comes with its first page again.
            if (first is null || lines.After is not null) lines.Append(order.Get("lineItems"));
            if (first is null || returns.After is not null) returns.Append(order.Get("returns"));
            if (first is null || shipments.After is not null) shipments.Append(answer.Data?.Get("returnableFulfillments"));
            first ??= order;
        }
        while (lines.After is not null || returns.After is not null || shipments.After is not null);
        return Read(first.Value, lines.Nodes, returns.Nodes, shipments.Nodes);
    }

    /// <summary>Reads an order after a lost answer; null also where that fails.</summary>
    public async Task<ReturnOrder?> LookAgainAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException)
        {
            return null;
        }
    }

    private ReturnOrder Read(JsonElement order, List<JsonElement> lines, List<JsonElement> returns, List<JsonElement> shipments) => new()
    {
        Id = Id(order),
        Name = order.Text("name") ?? "",
        IsCancelled = order.Get("cancelledAt") is not null,
        Currency = order.Text("presentmentCurrencyCode") ?? "",
        IsShippingRefunded = order.Get("totalRefundedShippingSet", "presentmentMoney")?.Amount("amount") > 0,
        Refundable = lines.GroupBy(Id, StringComparer.Ordinal)
            .ToDictionary(line => line.Key, line => line.Min(one => one.Count("refundableQuantity") ?? 0), StringComparer.Ordinal),
        Shipped = Pieces(order.Items("fulfillments").Where(IsActive).SelectMany(one => Whole(one, "fulfillmentLineItems")), line => line.Get("lineItem")?.Text("id")),
        Returns = [.. returns.Select(Return)],
        Refunds = [.. order.Items("refunds").Select(Refund)],
        Returnable =
        [
            .. from shipment in shipments
               from line in Whole(shipment, "returnableFulfillmentLineItems")
               let shipped = line.Get("fulfillmentLineItem")
               where shipped?.Text("id") is not null && shipped.Value.Get("lineItem")?.Text("id") is not null
               select new ReturnablePieces(shipped.Value.Text("id")!, shipped.Value.Get("lineItem")!.Value.Text("id")!, line.Count("quantity") ?? 0),
        ],
    };

    private KnownReturn Return(JsonElement node)
    {
        var lines = Whole(node, "returnLineItems");
        return new KnownReturn(
            Id(node),
            node.Text("status") is not ("CANCELED" or "DECLINED"),
            [.. lines.Select(line => line.Text("returnReasonNote")).OfType<string>()],
            Pieces(lines, line => line.Get("fulfillmentLineItem", "lineItem")?.Text("id")));
    }

    // What was taken off the order before it was shipped cannot come back.
    private KnownRefund Refund(JsonElement node) => new(
        Id(node),
        node.Text("note"),
        Pieces(Whole(node, "refundLineItems").Where(line => line.Text("restockType") != "CANCEL"), line => line.Get("lineItem")?.Text("id")));

    private string Id(JsonElement node) => node.Text("id")
        ?? throw new FailureException(new Failure(FailureKind.Protocol, "UnexpectedShape", $"{client.Shop} gives parts of an order without saying which they are."));

    private static bool IsActive(JsonElement fulfillment) => FulfillmentReader.Shipment(fulfillment, []).Active;

    private static Dictionary<string, int> Pieces(IEnumerable<JsonElement> lines, Func<JsonElement, string?> keyOf) =>
        lines.Where(line => keyOf(line) is not null).GroupBy(line => keyOf(line)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(line => line.Count("quantity") ?? 0), StringComparer.Ordinal);

    private List<JsonElement> Whole(JsonElement owner, string list)
    {
        var lines = new Connection(client.Shop, list);
        lines.Append(owner.Get(list));
        return lines.After is null
            ? lines.Nodes
            : throw new FailureException(new Failure(
                FailureKind.Data, "OrderTooLong", "A single shipment, return or refund of the order has more than 250 lines. Register and refund its returns in the shop by hand."));
    }

    private FailureException InPart(ShopifyError error) => new(error.Code == ShopifyError.AccessDenied
        ? new Failure(FailureKind.Authorization, "AccessDenied", $"{client.Shop} does not show the returns and refunds of its orders; check the app's access scopes.")
        : new Failure(FailureKind.Transient, "ShopifyInternalError", $"{client.Shop} answered {ShopifyDocument.ReturnOrder.Name} in part only."));
}
