namespace PulpoSync.Sandbox.Shopify;

/// <summary>The fields of the query root.</summary>
internal static class QueryFields
{
    public static void Register(FieldTable table) => table.For<Root>("QueryRoot")
        .Add("shop", (_, call) => call.Shop)
        .Add("currentAppInstallation", (_, call) => new Installation(call.Shop.Options.Scopes))
        .Add("location", (_, call) => call.Get<string>("id") is { } id ? Find(call, id, "Location") : call.Shop.Locations[0])
        .Add("locations", (_, call) => call.Slice([.. call.Shop.Locations.Where(l => l.IsActive || call.Get<bool>("includeInactive"))], l => l.Id))
        .Add("order", (_, call) => Find(call, call.Get<string>("id"), "Order"))
        .Add("orders", (_, call) => OrderSearch.Page(call))
        .Add("ordersCount", (_, call) => OrderSearch.Count(call))
        .Add("node", (_, call) => Find(call, call.Get<string>("id"), null))
        .Add("nodes", (_, call) => FindAll(call))
        .Add("inventoryItem", (_, call) => Find(call, call.Get<string>("id"), "InventoryItem"))
        .Add("inventoryItems", (_, call) => InventorySearch.Items(call))
        .Add("inventoryLevel", (_, call) => Find(call, call.Get<string>("id"), "InventoryLevel"))
        .Add("product", (_, call) => Find(call, call.Get<string>("id"), "Product"))
        .Add("products", (_, call) => ProductSearch.Page(call))
        .Add("productsCount", (_, call) => ProductSearch.Count(call))
        .Add("productVariant", (_, call) => Find(call, call.Get<string>("id"), "ProductVariant"))
        .Add("productVariants", (_, call) => call.Slice(VariantSearch.Filter(call), v => v.Id))
        .Add("return", (_, call) => Find(call, call.Get<string>("id"), "Return"))
        .Add("returnableFulfillments", (_, call) => ReturnFields.Returnable(call))
        .Add("returnReasonDefinitions", (_, call) => ReturnFields.Reasons(call))
        .Add("fulfillment", (_, call) => Find(call, call.Get<string>("id"), "Fulfillment"))
        .Add("fulfillmentOrder", (_, call) => Find(call, call.Get<string>("id"), "FulfillmentOrder"))
        .Add("fulfillmentOrders", (_, call) => FulfillmentOrderSearch.Page(call));

    /// <summary>The object of an id, as far as this app may see it.</summary>
    /// <exception cref="GraphQLException">The id is of another type or none at all.</exception>
    public static object? Find(FieldCall call, string? gid, string? type)
    {
        var id = Gids.Parse(gid);
        if (id is null || (type is not null && id.Value.Type != type)) throw new GraphQLException("RESOURCE_NOT_FOUND", $"Invalid id: {gid}");
        if (id.Value.Type == "InventoryLevel") return call.Shop.FindLevel(id.Value.Id, Gids.ItemOf(gid!));
        return call.Shop.Find(id.Value.Type, id.Value.Id) switch
        {
            Order order when !OrderSearch.IsVisible(order, call.Context) => null,
            Return found when !OrderSearch.IsVisible(found.Order, call.Context) => null,
            Refund found when !OrderSearch.IsVisible(found.Order, call.Context) => null,
            Fulfillment fulfillment when !OrderSearch.IsVisible(fulfillment.Order, call.Context) => null,
            FulfillmentOrder order when !FulfillmentOrderFields.IsVisible(call.Context) || !OrderSearch.IsVisible(order.Order, call.Context) => null,
            var found => found,
        };
    }

    private static List<object?> FindAll(FieldCall call)
    {
        var ids = call.Get<List<object?>>("ids")!;
        if (ids.Count > Paging.MaxPageSize)
            throw new GraphQLException(
                "MAX_INPUT_SIZE_EXCEEDED", $"The input array size of {ids.Count} is greater than the maximum allowed of {Paging.MaxPageSize}.");
        return ids.ConvertAll(id => Find(call, (string?)id, null));
    }
}
