namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Keeps a sales order's fulfilment orders in step with it.</summary>
internal static class Fulfillments
{
    public static IEnumerable<FulfillmentOrder> Find(PulpoWorld world, SalesOrder order) =>
        world.FulfillmentsByOrder.Find(PulpoWorld.IdKey(order.Id));

    /// <summary>The fulfilment order as the sales order wants it now.</summary>
    public static FulfillmentOrder Of(PulpoWorld world, SalesOrder order, FulfillmentOrder before) => before with
    {
        SalesOrderId = order.Id,
        OrderNum = order.OrderNum,
        ExternalOrderNum = order.ExternalOrderNum,
        State = order.State,
        Type = order.Type,
        WarehouseId = order.WarehouseId,
        DestinationWarehouseId = order.DestinationWarehouseId,
        ThirdPartyId = order.ThirdPartyId,
        ClientId = order.ClientId,
        ClientName = order.ClientName,
        Criterium = order.Criterium,
        Channel = order.Channel,
        DeliveryDate = order.DeliveryDate,
        Priority = order.Priority,
        Notes = order.Notes,
        Attributes = order.Attributes,
        IsCart = order.IsCart,
        ShipTo = order.ShipTo,
        ShippingMethodId = order.ShippingMethodId,
        ServicePointId = order.ServicePointId,
        MerchantId = order.MerchantId,
        MerchantChannelId = order.MerchantChannelId,
        AddressCheckStatus = order.AddressCheckStatus,
        MissingStockItemsCancelled = order.MissingStockItemsCancelled,
        CreatorId = order.CreatorId,
        Items = [.. order.Items.Select(item => Of(world, item, before))],
    };

    private static FulfillmentItem Of(PulpoWorld world, SalesItem item, FulfillmentOrder order)
    {
        var before = order.Items.FirstOrDefault(i => i.SalesItemId == item.Id)
            ?? new FulfillmentItem { Id = world.NextItemId(), SalesItemId = item.Id };
        return before with
        {
            FulfillmentOrderId = order.Id,
            ProductId = item.ProductId,
            Quantity = item.Quantity,
            FulfilledQuantity = item.FulfilledQuantity,
            LineOrderId = item.LineOrderId,
            State = item.State,
        };
    }
}
