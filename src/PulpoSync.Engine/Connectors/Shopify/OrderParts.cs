using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>An order as Shopify gives it, with the lists that may need further pages.</summary>
internal sealed class OrderParts
{
    private readonly string _shop;
    private readonly Dictionary<string, Connection> _linesOf = new(StringComparer.Ordinal);

    public OrderParts(string shop, JsonElement head)
    {
        (_shop, Head) = (shop, head);
        Id = head.Text("id") ?? "";
        Lines = new Connection(shop, "lineItems");
        Lines.Append(head.Get("lineItems"));
        FulfillmentOrders = new Connection(shop, "fulfillmentOrders");
        AddFulfillmentOrders(head.Get("fulfillmentOrders"));
        Fulfillments = [.. head.Items("fulfillments")];
        foreach (var fulfillment in Fulfillments) AddLines(fulfillment, "fulfillmentLineItems");
    }

    public string Id { get; }

    /// <summary>Number for people, where it is there.</summary>
    public string? Name => Head.Text("name");

    /// <summary>The order's own fields.</summary>
    public JsonElement Head { get; }

    public Connection Lines { get; }

    public Connection FulfillmentOrders { get; }

    public IReadOnlyList<JsonElement> Fulfillments { get; }

    /// <summary>True where all pages of all lists are there.</summary>
    public bool IsWhole => Lines.After is null && FulfillmentOrders.After is null && _linesOf.Values.All(lines => lines.After is null);

    public void AddFulfillmentOrders(JsonElement? page)
    {
        var known = FulfillmentOrders.Nodes.Count;
        FulfillmentOrders.Append(page);
        foreach (var node in FulfillmentOrders.Nodes.Skip(known)) AddLines(node, "lineItems");
    }

    /// <summary>The lines of a fulfilment order or a fulfilment.</summary>
    public Connection LinesOf(JsonElement owner) => _linesOf[owner.Text("id") ?? ""];

    private void AddLines(JsonElement owner, string name)
    {
        var lines = _linesOf[owner.Text("id") ?? ""] = new Connection(_shop, name);
        lines.Append(owner.Get(name));
    }
}
