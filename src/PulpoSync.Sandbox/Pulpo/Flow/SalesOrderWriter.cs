using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>
/// Checks and writes sales orders. What an order has to have is known from PULPO's CSV guide only; the API's own rules are inferred.
/// </summary>
internal static class SalesOrderWriter
{
    /// <summary>Creates an order, unless <paramref name="refusal"/> has something against one that is fine otherwise.</summary>
    public static Change<SalesOrder> Create(PulpoCall call, JsonElement body, Func<SalesOrder, FieldError?>? refusal = null)
    {
        var world = call.World;
        var blank = new SalesOrder { MerchantId = world.DefaultMerchant?.Id, CreatorId = call.User.Id };
        var change = Checked(call, body, blank);
        if (change.Row is not { } row) return change;
        if (refusal?.Invoke(row) is { } error) return error;
        var order = world.SalesOrders.Add(row);
        order = world.SalesOrders.Update(order with { Items = [.. order.Items.Select(i => i with { SalesOrderId = order.Id })] });
        world.FulfillmentOrders.Add(Fulfillments.Of(world, order, new FulfillmentOrder { SequenceNumber = $"FO-{order.Id}" }));
        return order;
    }

    /// <summary>Replaces what the body names; items that are sent replace all that were there.</summary>
    public static Change<SalesOrder> Update(PulpoCall call, JsonElement body, SalesOrder before)
    {
        if (!call.Options.EditableStates.Contains(before.State)) return new FieldError("state", $"can't be updated in state {before.State}");
        var change = Checked(call, body, before);
        return change.Row is { } row ? Store(call.World, row) : change;
    }

    /// <summary>PATCH: <c>op=replace</c> with one of three paths, in every state but the last ones (inferred).</summary>
    public static Change<SalesOrder> Patch(PulpoCall call, SalesOrder before)
    {
        if (before.State is OrderState.Ended or OrderState.Cancelled) return new FieldError("state", $"can't be updated in state {before.State}");
        var sent = call.Changeset(call.Body);
        if (sent.Text("op", null) != "replace") sent.Fail("op", FieldError.Invalid);
        var after = sent.Text("path", null) switch
        {
            "/priority" => before with { Priority = sent.Integer("value", before.Priority) },
            "/ship_to" => before with { ShipTo = sent.Map("value", before.ShipTo) },
            "/is_cart" => before with { IsCart = sent.Flag("value", before.IsCart) ?? false },
            _ => null,
        };
        if (after is null) sent.Fail("path", FieldError.Invalid);
        return sent.Errors.Count > 0 ? Change<SalesOrder>.Refuse(sent.Errors) : Store(call.World, after!);
    }

    /// <summary>Puts the order and its fulfilment orders into the world.</summary>
    public static SalesOrder Store(PulpoWorld world, SalesOrder order)
    {
        foreach (var part in Fulfillments.Find(world, order).ToList()) world.FulfillmentOrders.Update(Fulfillments.Of(world, order, part));
        return world.SalesOrders.Update(order);
    }

    private static Change<SalesOrder> Checked(PulpoCall call, JsonElement body, SalesOrder before)
    {
        var sent = call.Changeset(body);
        var row = Cast(call, sent, before);
        Check(call, sent, row);
        return sent.Errors.Count > 0 ? Change<SalesOrder>.Refuse(sent.Errors) : row;
    }

    private static SalesOrder Cast(PulpoCall call, Changeset sent, SalesOrder before) => before with
    {
        OrderNum = sent.Text("order_num", before.OrderNum),
        ExternalOrderNum = sent.Text("external_order_num", before.ExternalOrderNum),
        Type = sent.Text("type", before.Type),
        WarehouseId = sent.Integer("warehouse_id", before.WarehouseId),
        DestinationWarehouseId = sent.Integer("destination_warehouse_id", before.DestinationWarehouseId),
        ThirdPartyId = sent.Integer("third_party_id", before.ThirdPartyId),
        ClientId = sent.Text("client_id", before.ClientId),
        ClientName = sent.Text("client_name", before.ClientName),
        Criterium = sent.Text("criterium", before.Criterium),
        Channel = sent.Text("channel", before.Channel),
        DeliveryDate = sent.Time("delivery_date", before.DeliveryDate),
        Priority = sent.Integer("priority", before.Priority),
        Notes = sent.Text("notes", before.Notes, unlimited: true),
        Attributes = sent.Map("attributes", before.Attributes),
        IsCart = sent.Flag("is_cart", before.IsCart) ?? false,
        ShipTo = sent.Map("ship_to", before.ShipTo),
        ShippingMethodId = sent.Integer("shipping_method_id", before.ShippingMethodId),
        ServicePointId = sent.Text("service_point_id", before.ServicePointId),
        MerchantId = sent.Integer("merchant_id", before.MerchantId),
        MerchantChannelId = sent.Integer("merchant_channel_id", before.MerchantChannelId),
        AddressCheckStatus = sent.Text("address_check_status", before.AddressCheckStatus),
        MissingStockItemsCancelled = sent.Flag("missing_stock_items_cancelled", before.MissingStockItemsCancelled) ?? false,
        ReturnLabels = sent.Texts("return_labels", before.ReturnLabels),
        Items = sent.Parts("items", (part, _) => SalesItemReader.Read(call.World, part, before.Id)) ?? before.Items,
    };

    private static void Check(PulpoCall call, Changeset sent, SalesOrder row)
    {
        var world = call.World;
        sent.Require("order_num", row.OrderNum);
        sent.Require("warehouse_id", row.WarehouseId);
        if (call.Options.RequireThirdParty) sent.Require("third_party_id", row.ThirdPartyId);
        if (row.Items.Count == 0) sent.Require("items", null);
        if (row.Type is not ("sales_order" or "warehouse_movement" or "return" or "POS_external")) sent.Fail("type", FieldError.Invalid);
        if (row.AddressCheckStatus is not (null or "warning" or "validated")) sent.Fail("address_check_status", FieldError.Invalid);
        References.CheckWarehouse(call, sent, row.WarehouseId);
        if (row.ShippingMethodId is { } method && world.ShippingMethods.Find(method) is null) sent.Fail("shipping_method_id", FieldError.Missing);
        References.CheckThirdParty(world, sent, row.ThirdPartyId);
        References.CheckMerchant(world, sent, row.MerchantId, row.MerchantChannelId);
        if (row.ReturnLabels.Distinct().Count() < row.ReturnLabels.Count) sent.Fail("return_labels", FieldError.Taken);
        if (row.OrderNum is { } number && world.OrdersByNumber.Find(number).Any(o => o.Id != row.Id)) sent.Fail("order_num", FieldError.Taken);
        ShipToCheck.Check(sent);
    }
}
