namespace PulpoSync.Sandbox.Shopify;

/// <summary>Returns by apps. Codes and texts are those seen in answers, unless marked.</summary>
internal static class ReturnMutations
{
    public static void Register(FieldTable table)
    {
        table.For<Root>("Mutation")
            .Add("returnCreate", (_, call) => Create(call))
            .Add("returnClose", (_, call) => SetClosed(call, true))
            .Add("returnReopen", (_, call) => SetClosed(call, false))
            .Add("returnCancel", (_, call) => Cancel(call));
        foreach (var payload in new[] { "ReturnCreatePayload", "ReturnClosePayload", "ReturnReopenPayload", "ReturnCancelPayload" })
            table.ForPayload(payload, "return");
        table.ForErrors("ReturnUserError").Add("code", error => error.Code);
    }

    private static Payload Create(FieldCall call)
    {
        var input = call.Arguments.GetInput("returnInput")!;
        // The text is inferred.
        if (Targets.Find<Order>(call, input.Get<string>("orderId")) is not { } order)
            return new Payload(null, new UserErrorView(["returnInput", "orderId"], "Order was not found.", "NOT_FOUND"));
        var shipped = order.Fulfillments.Where(f => !f.IsCancelled).SelectMany(f => f.Lines).ToDictionary(l => l.Id);
        var lines = new List<ReturnLineDraft>();
        var given = input.GetInputs("returnLineItems");
        for (var i = 0; i < given.Count; i++)
            if (Read(order, given[i], i, shipped, lines) is { } error) return new Payload(null, error);
        return new Payload(call.Shop.CreateReturn(order, lines));
    }

    private static UserErrorView? Read(
        Order order, InputFields given, int index, Dictionary<long, FulfillmentLine> shipped, List<ReturnLineDraft> lines)
    {
        if (!shipped.TryGetValue(Gids.Parse(given.Get<string>("fulfillmentLineItemId"))?.Id ?? 0, out var line))
            return Error("Fulfillment Line Item was not found.", "NOT_FOUND", "fulfillmentLineItemId");
        var quantity = given.GetInt("quantity") ?? 0;
        if (quantity < 1 || lines.Where(l => l.Shipped == line).Sum(l => l.Quantity) + quantity > ShopifyShop.Returnable(order, line))
            return Error("Return line item has an invalid quantity.", "INVALID", "quantity");
        var defined = ReturnReasons.All.FirstOrDefault(r => r.Gid == given.Get<string>("returnReasonDefinitionId"));
        if ((defined?.Reason ?? given.GetEnum<ReturnReason>("returnReason")) is not { } reason)
            return Error("Return line items Either return reason or return reason definition must be provided", "NOT_FOUND");
        var note = given.Get<string>("returnReasonNote") ?? "";
        // The definition of the same name goes without a note.
        if (defined is null && reason == ReturnReason.Other && string.IsNullOrWhiteSpace(note))
            return Error("Return line items return reason note The note is required when the return reason is \"Other\"", "BLANK", "returnReasonNote");
        lines.Add(new ReturnLineDraft(line, quantity, reason, note));
        return null;

        UserErrorView Error(string message, string code, params string[] field) => new(["returnInput", "returnLineItems", $"{index}", .. field], message, code);
    }

    private static Payload SetClosed(FieldCall call, bool isClosed)
    {
        if (Targets.Find<Return>(call, call.Get<string>("id")) is not { } found) return NotFound;
        if (found.Status is not (ReturnStatus.Open or ReturnStatus.Closed)) return Refuse("Return status is invalid.", "INVALID_STATE");
        call.Shop.SetClosed(found, isClosed);
        return new Payload(found);
    }

    private static Payload Cancel(FieldCall call)
    {
        if (Targets.Find<Return>(call, call.Get<string>("id")) is not { } found) return NotFound;
        if (!ShopifyShop.IsCancelable(found)) return Refuse("Return is not cancelable.", "INVALID_STATE");
        call.Shop.Cancel(found, call.Get<bool>("notifyCustomer"));
        return new Payload(found);
    }

    private static Payload NotFound => Refuse("Return not found.", "NOT_FOUND");

    private static Payload Refuse(string message, string code) => new(null, new UserErrorView(["id"], message, code));
}
