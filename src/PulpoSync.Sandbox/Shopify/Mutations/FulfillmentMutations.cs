namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// Shipping by apps. None of these is idempotent: to ask twice is to ship twice, as far as there is something left. The texts are those seen in answers.
/// </summary>
internal static class FulfillmentMutations
{
    public static void Register(FieldTable table)
    {
        table.For<Root>("Mutation")
            .Add("fulfillmentCreate", (_, call) => Create(call))
            .Add("fulfillmentTrackingInfoUpdate", (_, call) => UpdateTracking(call))
            .Add("fulfillmentCancel", (_, call) => Cancel(call));
        table.ForPayload("FulfillmentCreatePayload", "fulfillment");
        table.ForPayload("FulfillmentTrackingInfoUpdatePayload", "fulfillment");
        table.ForPayload("FulfillmentCancelPayload", "fulfillment");
    }

    private static Payload Create(FieldCall call)
    {
        var input = call.Arguments.GetInput("fulfillment")!;
        var groups = input.GetInputs("lineItemsByFulfillmentOrder");
        // Quantities are looked at before anything else, in all groups.
        if (BadQuantity(groups) is { } field) return new Payload(null, new UserErrorView(field, "Quantity must be greater than 0"));
        var parts = new List<FulfillmentPart>(groups.Count);
        foreach (var group in groups)
        {
            if (Targets.Find<FulfillmentOrder>(call, group.Get<string>("fulfillmentOrderId")) is not { } order)
                return Refuse("Fulfillment order does not exist.");
            parts.Add(new FulfillmentPart(order, LinesOf(group, order)));
        }
        if (ShopifyShop.ShippingRefusal(parts) is { } refusal) return Refuse(refusal);
        return new Payload(call.Shop.Fulfill(parts, TrackingOf(input.GetInput("trackingInfo")), input.Get<bool>("notifyCustomer")));
    }

    private static Payload UpdateTracking(FieldCall call)
    {
        if (Targets.Find<Fulfillment>(call, call.Get<string>("fulfillmentId")) is not { } fulfillment)
            return new Payload(null, new UserErrorView(["fulfillmentId"], "Fulfillment does not exist."));
        // A cancelled one takes it, too.
        call.Shop.SetTracking(fulfillment, TrackingOf(call.Arguments.GetInput("trackingInfoInput")), call.Get<bool>("notifyCustomer"));
        return new Payload(fulfillment);
    }

    private static Payload Cancel(FieldCall call)
    {
        if (Targets.Find<Fulfillment>(call, call.Get<string>("id")) is not { } fulfillment)
            return new Payload(null, new UserErrorView(["id"], "Fulfillment not found."));
        // To cancel a cancelled one is no error.
        if (!fulfillment.IsCancelled) call.Shop.CancelFulfillment(fulfillment);
        return new Payload(fulfillment);
    }

    private static Payload Refuse(string message) => new(null, new UserErrorView(["fulfillment"], message));

    private static string[]? BadQuantity(IReadOnlyList<InputFields> groups)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            var lines = groups[i].GetInputs("fulfillmentOrderLineItems");
            for (var j = 0; j < lines.Count; j++)
                if (lines[j].GetInt("quantity") < 1) return ["fulfillment", "lineItemsByFulfillmentOrder", $"{i}", "fulfillmentOrderLineItems", $"{j}", "quantity"];
        }
        return null;
    }

    // Without lines, all that remains. A line that is not there is left to the refusal.
    private static FulfillmentPartLine[]? LinesOf(InputFields group, FulfillmentOrder order)
    {
        var lines = group.GetInputs("fulfillmentOrderLineItems");
        if (lines.Count == 0) return null;
        return [.. lines.Select(l => new FulfillmentPartLine(
            order.Items.Find(i => i.Id == Gids.Parse(l.Get<string>("id"))?.Id), l.GetInt("quantity") ?? 0))];
    }

    private static TrackingInfo[] TrackingOf(InputFields? input)
    {
        if (input is null) return [];
        var company = input.Get<string>("company");
        var numbers = input.Get<string>("number") is { } number ? [number] : input.GetTexts("numbers");
        var urls = input.Get<string>("url") is { } url ? [url] : input.GetTexts("urls");
        // An entry for each number; that one without a number makes an entry as well is inferred.
        var count = Math.Max(Math.Max(numbers.Length, urls.Length), company is null ? 0 : 1);
        return [.. Enumerable.Range(0, count).Select(i => new TrackingInfo(company, numbers.ElementAtOrDefault(i), urls.ElementAtOrDefault(i)))];
    }
}
