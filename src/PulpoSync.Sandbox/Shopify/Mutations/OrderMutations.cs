namespace PulpoSync.Sandbox.Shopify;

/// <summary>What apps may change about an order itself.</summary>
internal static class OrderMutations
{
    // Seen for orders that orderUpdate does not find, and for products and customers of the mutations of tags.
    private static readonly UserErrorView NoOrder = new(["id"], "Order does not exist");

    public static void Register(FieldTable table)
    {
        table.For<Root>("Mutation")
            .Add("orderUpdate", (_, call) => Update(call))
            .Add("tagsAdd", (_, call) => ChangeTags(call, call.Shop.AddTags))
            .Add("tagsRemove", (_, call) => ChangeTags(call, call.Shop.RemoveTags));
        table.ForPayload("OrderUpdatePayload", "order");
        table.ForPayload("TagsAddPayload", "node");
        table.ForPayload("TagsRemovePayload", "node");
    }

    private static Payload Update(FieldCall call)
    {
        var input = call.Arguments.GetInput("input")!;
        if (Targets.Find<Order>(call, input.Get<string>("id")) is not { } order) return new Payload(null, NoOrder);
        if (!input.Has("note") && !input.Has("tags")) return new Payload(null, new UserErrorView(null, "No valid update parameters have been provided"));
        if (input.Has("note")) call.Shop.SetNote(order, input.Get<string>("note"));
        if (input.Has("tags")) call.Shop.SetTags(order, input.GetTexts("tags"));
        return new Payload(order);
    }

    private static Payload ChangeTags(FieldCall call, Action<Order, string[]> change)
    {
        if (Targets.Find<Order>(call, call.Get<string>("id")) is not { } order) return new Payload(null, NoOrder);
        change(order, call.Arguments.GetTexts("tags"));
        return new Payload(order);
    }
}
