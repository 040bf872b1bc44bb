using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Shows the world to those who check it.</summary>
internal static class PulpoDump
{
    public static PulpoOrder Of(PulpoWorld world, SalesOrder order) => new(
        order.Id,
        order.OrderNum!,
        order.State,
        order.WarehouseId is { } warehouse ? world.Warehouses.Find(warehouse)?.Name : null,
        order.ThirdPartyId is { } party ? world.ThirdParties.Find(party)?.IdentifierNumber : null,
        order.Criterium,
        order.DeliveryDate,
        order.ShipTo,
        order.Attributes,
        [.. order.Items.Select(i => Of(world, i))],
        order.InsertedAt,
        order.UpdatedAt,
        order.Notes,
        order.ShippingMethodId is { } method ? world.ShippingMethods.Find(method)?.Name : null);

    private static PulpoOrderLine Of(PulpoWorld world, SalesItem item) =>
        new(item.ProductId is { } id ? world.Products.Find(id)?.Sku : null, item.Quantity ?? 0, item.FulfilledQuantity, item.LineOrderId);

    public static PulpoProduct Of(PulpoWorld world, Product product) => new(
        product.Id,
        product.Sku!,
        product.Name!,
        product.Description,
        product.Active,
        product.Barcodes,
        product.ManagementType!,
        [.. product.ProductCategories.Select(c => c.Code)],
        product.ThirdPartyId is { } supplier ? world.ThirdParties.Find(supplier)?.IdentifierNumber : null,
        product.CostPrice,
        product.Weight,
        product.Length,
        product.Width,
        product.Height,
        product.Attributes,
        product.InsertedAt,
        product.UpdatedAt);

    public static JsonElement Of(PulpoWorld world) => JsonSerializer.SerializeToElement(
        new
        {
            Warehouses = world.Warehouses.Rows,
            ThirdParties = world.ThirdParties.Rows,
            ProductCategories = world.ProductCategories.Rows,
            Products = world.Products.Rows,
            SalesOrders = world.SalesOrders.Rows,
            FulfillmentOrders = world.FulfillmentOrders.Rows,
            PackingOrders = world.PackingOrders.Rows,
            PackingBoxes = world.PackingBoxes.Rows,
            ShipmentTrackings = world.ShipmentTrackings.Rows.Where(t => !t.Deleted),
            BoxAttachments = world.BoxAttachments.Rows,
            Batches = world.Batches.Rows,
            ShippingOrders = world.ShippingOrders.Rows,
            ReplenishmentOrders = world.ReplenishmentOrders.Rows,
            Stocks = world.Stocks.Rows,
            StockCorrections = world.StockCorrections.Rows,
            CountingTasks = world.CountingTasks.Rows,
            IncomingGoods = world.IncomingGoods.Rows,
            world.Access.Logins,
            world.Access.FailedLogins,
        },
        PulpoJson.Options);
}
