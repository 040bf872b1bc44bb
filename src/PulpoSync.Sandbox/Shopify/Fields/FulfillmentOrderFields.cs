namespace PulpoSync.Sandbox.Shopify;

/// <summary>Fulfilment orders, their lines, destination, delivery and holds.</summary>
internal static class FulfillmentOrderFields
{
    public static void Register(FieldTable table)
    {
        table.For<FulfillmentOrder>("FulfillmentOrder")
            .Add("id", f => Gids.Of("FulfillmentOrder", f.Id))
            .Add("orderId", f => f.Order.Gid)
            .Add("orderName", f => f.Order.Name)
            .Add("orderProcessedAt", f => f.Order.CreatedAt)
            .Add("order", f => f.Order)
            .Add("status", f => f.Status)
            .Add("requestStatus", _ => "UNSUBMITTED")
            .Add("createdAt", f => f.CreatedAt)
            .Add("updatedAt", f => f.UpdatedAt)
            .Add("fulfillAt", f => f.FulfillAt)
            .Add("fulfillBy", _ => null)
            .Add("assignedLocation", f => new AssignedLocationView(f.Location))
            .Add("destination", f => f.Order.ShippingAddress is { } address ? new DestinationView(f, address) : null)
            .Add("deliveryMethod", f => new DeliveryView(f))
            .Add("fulfillmentHolds", f => f.Holds)
            .Add("supportedActions", f => f.SupportedActions.Select(a => new ActionView(a)))
            .Add("lineItems", (f, call) => call.Slice(f.Lines, l => l.Id))
            .Add("fulfillments", (f, call) => call.Slice([.. f.Order.Fulfillments.Where(s => s.FulfillmentOrders.Contains(f))], s => s.Id));
        table.For<FulfillmentOrderLine>("FulfillmentOrderLineItem")
            .Add("id", l => Gids.Of("FulfillmentOrderLineItem", l.Id))
            .Add("totalQuantity", l => l.TotalQuantity)
            .Add("remainingQuantity", l => l.RemainingQuantity)
            .Add("lineItem", l => l.Line)
            .Add("sku", l => l.Line.Sku)
            .Add("productTitle", l => l.Line.Title)
            .Add("variantTitle", l => l.Line.Variant?.Title)
            .Add("requiresShipping", l => l.Line.RequiresShipping)
            .Add("inventoryItemId", l => l.Line.Variant is { } variant ? variant.InventoryItemGid : null)
            .Add("vendor", l => l.Line.Variant?.Product.Vendor);
        RegisterSmallTypes(table);
    }

    /// <summary>The fulfilment orders of an order. Without a scope for them there are none, and no error.</summary>
    public static Page Of(Order order, FieldCall call)
    {
        if (!IsVisible(call.Context)) return new Page([], false, false);
        var all = order.FulfillmentOrders;
        // Hidden from the merchant: closed because its lines went elsewhere.
        if (call.Get<bool>("displayable")) all = [.. all.Where(f => f.IsActive || f.Lines.Any(l => l.TotalQuantity > 0))];
        return call.Slice(all, f => f.Id);
    }

    /// <summary>Whether the app sees fulfilment orders of the merchant's own locations; there are no others in the sandbox.</summary>
    public static bool IsVisible(RequestContext context) => context.HasScope("read_merchant_managed_fulfillment_orders");

    private static void RegisterSmallTypes(FieldTable table)
    {
        table.For<AssignedLocationView>("FulfillmentOrderAssignedLocation")
            .Add("location", view => view.Location)
            .Add("name", view => view.Location.Name)
            .Add("address1", _ => "Lagerstraße 1")
            .Add("address2", _ => null)
            .Add("city", view => view.Location.Name)
            .Add("countryCode", _ => "DE")
            .Add("phone", _ => null)
            .Add("province", _ => null)
            .Add("zip", _ => "10115");
        table.For<DestinationView>("FulfillmentOrderDestination")
            .Add("id", view => Gids.Of("FulfillmentOrderDestination", view.FulfillmentOrder.Id))
            .Add("firstName", view => view.Address.FirstName)
            .Add("lastName", view => view.Address.LastName)
            .Add("company", view => view.Address.Company)
            .Add("address1", view => view.Address.Address1)
            .Add("address2", view => view.Address.Address2)
            .Add("zip", view => view.Address.Zip)
            .Add("city", view => view.Address.City)
            .Add("province", view => view.Address.Province)
            .Add("countryCode", view => view.Address.CountryCode)
            .Add("email", view => view.FulfillmentOrder.Order.Email)
            .Add("phone", view => view.Address.Phone)
            .Add("location", _ => null);
        table.For<DeliveryView>("DeliveryMethod")
            .Add("id", view => Gids.Of("DeliveryMethod", view.FulfillmentOrder.Id))
            .Add("methodType", view => view.FulfillmentOrder.Delivery)
            .Add("minDeliveryDateTime", _ => null)
            .Add("maxDeliveryDateTime", _ => null)
            .Add("presentedName", view => view.FulfillmentOrder.Order.ShippingLine?.Title)
            .Add("serviceCode", view => view.FulfillmentOrder.Order.ShippingLine?.Code);
        table.For<Hold>("FulfillmentHold")
            .Add("id", hold => Gids.Of("FulfillmentHold", hold.Id))
            .Add("reason", hold => hold.Reason)
            .Add("reasonNotes", hold => hold.Notes)
            .Add("displayReason", hold => hold.Reason.ToString())
            .Add("handle", _ => null)
            .Add("heldByRequestingApp", _ => false);
        table.For<ActionView>("FulfillmentOrderSupportedAction")
            .Add("action", view => view.Action)
            .Add("externalUrl", _ => null);
    }
}
