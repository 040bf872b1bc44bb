using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Products, their SKUs and categories.</summary>
internal static class ProductEndpoints
{
    private static readonly Resource<Product> Products = new("products", w => w.Products,
        Fields.Text<Product>("sku", p => p.Sku, (world, sku) => world.ProductsBySku.Find(sku)),
        Fields.Text<Product>("article_number", p => p.ArticleNumber),
        Fields.Texts<Product>("barcode", p => p.Barcodes, (world, code) => world.ProductsByBarcode.Find(code)),
        Fields.Text<Product>("name", p => p.Name),
        Fields.Text<Product>("description", p => p.Description),
        Fields.Text<Product>("management_type", p => p.ManagementType),
        Fields.Integer<Product>("third_party_id", p => p.ThirdPartyId),
        Fields.Integer<Product>("merchant_id", p => p.MerchantId),
        Fields.Flag<Product>("active", p => p.Active))
    {
        Embed = (world, row) => row with { ThirdParty = row.ThirdPartyId is { } id ? world.ThirdParties.Find(id) : null },
        Hidden = (call, row) => row.Deleted && call.Query.Texts("show_deleted") is not ["true"],
    };

    private static readonly Resource<ProductSku> Skus = new("product_skus", w => w.ProductSkus,
        Fields.Text<ProductSku>("sku", s => s.Sku),
        Fields.Text<ProductSku>("name", s => s.Name),
        Fields.Flag<ProductSku>("is_default", s => s.IsDefault),
        Fields.Flag<ProductSku>("active", s => s.Active));

    private static readonly Resource<ProductCategory> Categories = new("product_categories", w => w.ProductCategories,
        Fields.Text<ProductCategory>("code", c => c.Code, (world, code) => world.CategoriesByCode.Find(code)),
        Fields.Text<ProductCategory>("name", c => c.Name));

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "inventory/products", Products.List),
        new("POST", "inventory/products", call => Answer(call, ProductWriter.Create(call, call.Body), 201, 422)),
        new("PUT", "inventory/products", UpdateList),
        new("GET", "inventory/products/categories", Categories.List),
        new("POST", "inventory/products/categories", CreateCategory),
        new("GET", "inventory/products/categories/{id}", Categories.Show),
        new("GET", "inventory/products/{id}", call => WithRow(call, row => Products.Show(call, row))),
        new("PUT", "inventory/products/{id}",
            call => WithRow(call, row => Answer(call, ProductWriter.Update(call, call.Body, row), 200, call.Options.RefusedProductUpdateStatus))),
        new("DELETE", "inventory/products/{id}", call => WithRow(call, row => Products.Show(call, Delete(call, row)))),
        new("GET", "inventory/products/{id}/skus",
            call => WithRow(call, row => Skus.List(call, call.World.SkusByProduct.Find(PulpoWorld.IdKey(row.Id))))),
        new("POST", "inventory/bulk/products", call => Bulk(call, "created", body => ProductWriter.Create(call, body))),
        new("PUT", "inventory/bulk/products", call => Bulk(call, "updated", body => Update(call, body))),
    ];

    private static PulpoAnswer WithRow(PulpoCall call, Func<Product, PulpoAnswer> answer) =>
        call.World.Products.Find(call.Id()) is { Deleted: false } row ? answer(row) : call.MissingId();

    private static PulpoAnswer Answer(PulpoCall call, Change<Product> change, int status, int refused) =>
        change.Row is { } row ? Products.Show(call, row, status) : call.Refused(change.Errors, refused);

    private static Product Delete(PulpoCall call, Product row) =>
        call.World.Products.Update(row with { Deleted = true, DeletedAt = call.World.Now, Active = false });

    private static PulpoAnswer UpdateList(PulpoCall call)
    {
        var changes = call.Elements.Select(body => Update(call, body)).ToList();
        var errors = changes.SelectMany(c => c.Errors).ToList();
        return errors.Count > 0 ? call.Refused(errors, StatusCodes.Status400BadRequest) : Products.List(call, changes.Select(c => c.Row!));
    }

    private static PulpoAnswer Bulk(PulpoCall call, string done, Func<JsonElement, Change<Product>> write) =>
        BulkAnswer.Of(call, done, write, call.Options.ProductBulkErrors == BulkErrorShape.BySku ? NameOf : null, row => new { row.Id, row.Sku });

    private static string NameOf(JsonElement element) => BulkAnswer.TextOf(element, "sku");

    private static PulpoAnswer CreateCategory(PulpoCall call)
    {
        var change = ProductWriter.CreateCategory(call, call.Body);
        return change.Row is { } row ? Categories.Show(call, row, StatusCodes.Status201Created) : call.Refused(change.Errors);
    }

    // By which field a bulk update finds its rows is not documented: the id, else the SKU.
    private static Change<Product> Update(PulpoCall call, JsonElement body)
    {
        var row = call.Changeset(body).Integer("id", null) is { } id ? call.World.Products.Find(id)
            : call.World.ProductsBySku.Find(BulkAnswer.TextOf(body, "sku")).FirstOrDefault(p => !p.Deleted);
        return row is { Deleted: false } ? ProductWriter.Update(call, body, row) : new FieldError("id", FieldError.Missing);
    }
}
