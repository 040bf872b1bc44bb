using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Checks and writes products.</summary>
internal static class ProductWriter
{
    public static Change<Product> Create(PulpoCall call, JsonElement body)
    {
        var blank = new Product { TenantId = call.Options.TenantId, MerchantId = call.World.DefaultMerchant?.Id };
        if (call.Options.RequireUnits) blank = blank with { MinimumPurchaseUnit = null, UnitsPerPurchasePackage = null, PurchaseMeasureUnits = null };
        var change = Write(call, body, blank, call.World.Products.Add);
        if (change.Row is { } row) call.World.ProductSkus.Add(DefaultSku(row));
        return change;
    }

    public static Change<Product> Update(PulpoCall call, JsonElement body, Product before)
    {
        var change = Write(call, body, before, call.World.Products.Update);
        if (change.Row is { } row && call.World.SkusByProduct.Find(PulpoWorld.IdKey(row.Id)).FirstOrDefault(s => s.IsDefault) is { } sku)
            call.World.ProductSkus.Update(DefaultSku(row) with { Id = sku.Id, InsertedAt = sku.InsertedAt });
        return change;
    }

    /// <summary>Adds a category. That its code is unique, and that both fields are needed, is inferred.</summary>
    public static Change<ProductCategory> CreateCategory(PulpoCall call, JsonElement body)
    {
        var sent = call.Changeset(body);
        var (code, name) = (sent.Text("code", null), sent.Text("name", null));
        sent.Require("code", code);
        sent.Require("name", name);
        if (code is not null && call.World.CategoriesByCode.Find(code).Any()) sent.Fail("code", FieldError.Taken);
        return sent.Errors.Count > 0
            ? Change<ProductCategory>.Refuse(sent.Errors)
            : call.World.ProductCategories.Add(new ProductCategory { Code = code!, Name = name!, TenantId = call.Options.TenantId });
    }

    /// <summary>The SKU that every product has under its own number.</summary>
    public static ProductSku DefaultSku(Product row) =>
        new() { ProductId = row.Id, Sku = row.Sku!, Name = row.Name, IsDefault = true, MerchantId = row.MerchantId };

    private static Change<Product> Write(PulpoCall call, JsonElement body, Product before, Func<Product, Product> store)
    {
        var world = call.World;
        var sent = call.Changeset(body);
        var row = before with
        {
            Sku = sent.Text("sku", before.Sku),
            Name = sent.Text("name", before.Name),
            Description = sent.Text("description", before.Description, unlimited: true),
            Active = sent.Flag("active", before.Active) ?? true,
            Barcodes = sent.Texts("barcodes", before.Barcodes),
            ManagementType = sent.Text("management_type", before.ManagementType),
            BatchControl = sent.Flag("batch_control", before.BatchControl) ?? false,
            Attributes = sent.Map("attributes", before.Attributes),
            ProductCategories = sent.Parts("product_categories", (part, _) => Category(world, part)) is { } categories
                ? [.. categories.OfType<ProductCategory>()]
                : before.ProductCategories,
            ThirdPartyId = sent.Integer("third_party_id", before.ThirdPartyId),
            SupplierProductId = sent.Text("supplier_product_id", before.SupplierProductId),
            CostPrice = sent.Number("cost_price", before.CostPrice),
            Weight = sent.Number("weight", before.Weight),
            Height = sent.Number("height", before.Height),
            Width = sent.Number("width", before.Width),
            Length = sent.Number("length", before.Length),
            Volume = sent.Number("volume", before.Volume),
            Stackable = sent.Flag("stackable", before.Stackable),
            ArticleNumber = sent.Text("article_number", before.ArticleNumber),
            HsCode = sent.Text("hs_code", before.HsCode),
            OriginCountry = sent.Text("origin_country", before.OriginCountry),
            LqLimitedQuantity = sent.Flag("lq_limited_quantity", before.LqLimitedQuantity),
            UnitsPerPallet = sent.Integer("units_per_pallet", before.UnitsPerPallet),
            UnitsPerSalesPackage = sent.Integer("units_per_sales_package", before.UnitsPerSalesPackage),
            UnitsPerPurchasePackage = sent.Integer("units_per_purchase_package", before.UnitsPerPurchasePackage),
            MinimumSalesUnit = sent.Integer("minimum_sales_unit", before.MinimumSalesUnit),
            MinimumPurchaseUnit = sent.Integer("minimum_purchase_unit", before.MinimumPurchaseUnit),
            SalesMeasureUnits = sent.Text("sales_measure_units", before.SalesMeasureUnits),
            PurchaseMeasureUnits = sent.Text("purchase_measure_units", before.PurchaseMeasureUnits),
            MerchantId = sent.Integer("merchant_id", before.MerchantId),
        };
        Check(call, sent, before, row);
        return sent.Errors.Count > 0 ? Change<Product>.Refuse(sent.Errors) : store(row);
    }

    // What has to be there is known from PULPO's CSV guide only; the API's own rules are inferred.
    private static void Check(PulpoCall call, Changeset sent, Product before, Product row)
    {
        var world = call.World;
        sent.Require("sku", row.Sku);
        sent.Require("name", row.Name);
        sent.Require("purchase_measure_units", row.PurchaseMeasureUnits);
        CheckUnits(sent, "minimum_purchase_unit", row.MinimumPurchaseUnit);
        CheckUnits(sent, "units_per_purchase_package", row.UnitsPerPurchasePackage);
        if (call.Options.RequireSupplier) sent.Require("third_party_id", row.ThirdPartyId);
        if (row.ManagementType is not ("none" or "lot" or "serial")) sent.Fail("management_type", FieldError.Invalid);
        else if (before.Id != 0 && row.ManagementType != before.ManagementType) sent.Fail("management_type", "can't be changed");
        References.CheckThirdParty(world, sent, row.ThirdPartyId, "S");
        References.CheckMerchant(world, sent, row.MerchantId, null);
        if (row.Sku is { } sku && world.ProductsBySku.Find(sku).Any(p => p.Id != row.Id && !p.Deleted)) sent.Fail("sku", FieldError.Taken);
        if (row.Barcodes.Any(code => world.ProductsByBarcode.Find(code).Any(p => p.Id != row.Id && !p.Deleted)))
            sent.Fail("barcode", FieldError.Taken);
    }

    private static void CheckUnits(Changeset sent, string field, long? value)
    {
        sent.Require(field, value);
        if (value <= 0) sent.Fail(field, "must be greater than 0");
    }

    private static ProductCategory? Category(PulpoWorld world, Changeset part)
    {
        var found = part.Integer("id", null) is { } id ? world.ProductCategories.Find(id)
            : part.Text("code", null) is { } code ? world.CategoriesByCode.Find(code).FirstOrDefault()
            : null;
        if (found is null) part.Fail("id", FieldError.Missing);
        return found;
    }
}
