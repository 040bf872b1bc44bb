namespace PulpoSync.Sandbox.Billbee;

/// <summary>Makes the lines of seeded orders.</summary>
internal sealed class BillbeeLineMaker(BillbeeWorld world, BillbeeSeed seed)
{
    public IReadOnlyList<BillbeeOrderItem> Make(Random random, IReadOnlySet<BillbeeTrait> traits)
    {
        if (traits.Contains(BillbeeTrait.DigitalOnly)) return [Line(BillbeeSeed.DigitalSku, 1)];
        List<BillbeeOrderItem> lines = [];
        for (var i = random.Next(1, 4); i > 0 && seed.Products > 0; i--)
        {
            var sku = BillbeeSeed.SkuOf(seed.FirstProduct + random.Next(seed.Products));
            if (lines.TrueForAll(l => l.Product!.SKU != sku)) lines.Add(Line(sku, random.Next(1, 4)));
        }
        if (traits.Contains(BillbeeTrait.TwinLines) && lines.Count > 0) lines.Add(Line(lines[0].Product!.SKU!, 1));
        if (traits.Contains(BillbeeTrait.BillOfMaterial)) lines.Add(Line(BillbeeSeed.BomSku, 1));
        if (traits.Contains(BillbeeTrait.DigitalLine)) lines.Add(Line(BillbeeSeed.DigitalSku, 1));
        if (traits.Contains(BillbeeTrait.UnknownSku)) lines.Add(Line(BillbeeSeed.UnknownSku, 1));
        if (traits.Contains(BillbeeTrait.FractionalQuantity)) lines.Add(Line(BillbeeSeed.SkuOf(seed.FirstProduct), 0.5m));
        if (traits.Contains(BillbeeTrait.MissingSku)) lines.Add(Unknown("Sonderanfertigung", 20));
        if (traits.Contains(BillbeeTrait.Coupon)) lines.Add(Unknown("Gutschein", -5) with { IsCoupon = true });
        return lines;
    }

    private static BillbeeOrderItem Unknown(string title, decimal price) => new()
    {
        Quantity = 1,
        TotalPrice = price,
        Product = new BillbeeSoldProduct { Title = title },
    };

    private BillbeeOrderItem Line(string sku, decimal quantity)
    {
        var product = world.ProductOfSku(sku);
        return new BillbeeOrderItem
        {
            Quantity = quantity,
            TotalPrice = product?.Price * quantity,
            TaxIndex = 1,
            InvoiceSKU = sku,
            Product = new BillbeeSoldProduct
            {
                SKU = sku,
                BillbeeId = product?.Id,
                Id = $"shop-{sku}",
                Title = product is { Title: [var title, ..] } ? title.Text : null,
                EAN = product?.EAN,
                Weight = product?.Weight,
                IsDigital = product?.IsDigital ?? false,
                Type = product?.Type ?? 1,
            },
        };
    }
}
