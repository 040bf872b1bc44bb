using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Checks and reads the items of a sales order.</summary>
internal static class SalesItemReader
{
    public static SalesItem Read(PulpoWorld world, Changeset sent, long orderId)
    {
        var item = new SalesItem
        {
            Id = world.NextItemId(),
            SalesOrderId = orderId,
            ProductId = sent.Integer("product_id", null),
            Quantity = sent.Integer("quantity", null),
            LineOrderId = sent.Text("line_order_id", null),
            Notes = sent.Text("notes", null, unlimited: true),
            RequiredDate = sent.Time("required_date", null),
            Attributes = sent.Map("attributes", null),
            Batches = sent.Parts("batches", (_, batch) => batch.Clone()) ?? (IReadOnlyList<JsonElement>)[],
            InsertedAt = world.Now,
            UpdatedAt = world.Now,
        };
        sent.Require("product_id", item.ProductId);
        sent.Require("quantity", item.Quantity);
        if (item.ProductId is { } product && world.Products.Find(product) is not { Deleted: false }) sent.Fail("product_id", FieldError.Missing);
        if (item.Quantity <= 0) sent.Fail("quantity", "must be greater than 0");
        return item;
    }
}
