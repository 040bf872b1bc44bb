namespace PulpoSync.Sandbox.Shopify;

/// <summary>The mutations. Each is a row here and its payload's fields below.</summary>
internal static class MutationFields
{
    public static void Register(FieldTable table)
    {
        table.For<Root>("Mutation")
            .Add("tagsAdd", (_, call) => AddTags(call));
        table.For<TagsPayload>("TagsAddPayload")
            .Add("node", payload => payload.Node)
            .Add("userErrors", payload => payload.UserErrors);
        table.For<UserErrorView>("UserError")
            .Add("field", error => error.Field)
            .Add("message", error => error.Message);
    }

    private static TagsPayload AddTags(FieldCall call)
    {
        var tags = call.Get<List<object?>>("tags")!.Cast<string>().ToArray();
        if (QueryFields.Find(call, call.Get<string>("id"), null) is not Order order)
            return new TagsPayload(null, [new UserErrorView(["id"], $"Invalid id: {call.Get<string>("id")}")]);
        call.Shop.AddTags(order, tags);
        return new TagsPayload(order, []);
    }
}
