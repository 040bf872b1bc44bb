namespace PulpoSync.Sandbox.Shopify;

/// <summary>What the payloads of all mutations have in common.</summary>
internal static class MutationFields
{
    public static void Register(FieldTable table)
    {
        OrderMutations.Register(table);
        FulfillmentMutations.Register(table);
        InventoryMutations.Register(table);
        RefundMutations.Register(table);
        ReturnMutations.Register(table);
        table.ForErrors("UserError");
    }

    /// <summary>The payload of a mutation whose result has this name.</summary>
    public static TypeFields<Payload> ForPayload(this FieldTable table, string type, string result) => table.For<Payload>(type)
        .Add(result, payload => payload.Result)
        .Add("userErrors", payload => payload.UserErrors);

    /// <summary>A type of errors.</summary>
    public static TypeFields<UserErrorView> ForErrors(this FieldTable table, string type) => table.For<UserErrorView>(type)
        .Add("field", error => error.Field)
        .Add("message", error => error.Message);
}
