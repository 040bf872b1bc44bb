using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Sandbox;

public sealed partial class BillbeeAccount
{
    /// <summary>The articles as they are now, by id.</summary>
    public IReadOnlyList<BillbeeProduct> Products => Locked(w => w.Products.Values.ToList());

    /// <summary>Adds an article and gives it back with its id.</summary>
    public BillbeeProduct AddProduct(BillbeeProduct product) => Locked(w => w.Add(product));

    /// <summary>Adds a plain article, or finds the one of that SKU.</summary>
    public BillbeeProduct AddProduct(string sku) => Locked(w => w.ProductOfSku(sku) ?? w.Add(new BillbeeProduct
    {
        SKU = sku,
        Title = [new BillbeeText { LanguageCode = "DE", Text = $"Artikel {sku}" }],
        Price = 9.9m,
        Vat1Rate = 19,
        Vat2Rate = 7,
        Weight = 350,
    }));

    /// <summary>Changes an article in any way.</summary>
    /// <exception cref="InvalidOperationException">There is no article of that SKU.</exception>
    public BillbeeProduct ChangeProduct(string sku, Func<BillbeeProduct, BillbeeProduct> change) => Locked(w =>
    {
        var product = Find(w, sku);
        return w.Save(change(product) with { Id = product.Id });
    });

    /// <summary>Switches an article off, or on again.</summary>
    /// <exception cref="InvalidOperationException">There is no article of that SKU.</exception>
    public BillbeeProduct SetDeactivated(string sku, bool deactivated) => ChangeProduct(sku, p => p with { IsDeactivated = deactivated });

    /// <summary>Deletes an article.</summary>
    /// <exception cref="InvalidOperationException">There is no article of that SKU.</exception>
    public void RemoveProduct(string sku) => Locked(w => w.RemoveProduct(Find(w, sku).Id!.Value));

    /// <summary>Sets how many there are of an article, at the default location or another.</summary>
    /// <exception cref="InvalidOperationException">There is no such article or location.</exception>
    public void SetStock(string sku, decimal? quantity, long? stockId = null) =>
        Locked(w => BillbeeStockWriter.Change(w, Find(w, sku), stockId, row => row with { StockCurrent = quantity }));

    /// <summary>Sets how many of an article are promised to customers, at the default location or another.</summary>
    /// <exception cref="InvalidOperationException">There is no such article or location.</exception>
    public void SetReserved(string sku, decimal quantity, long? stockId = null) =>
        Locked(w => BillbeeStockWriter.Change(w, Find(w, sku), stockId, row => row with { UnfulfilledAmount = quantity }));

    /// <summary>How many there are of an article, at the default location or another; null when it was never said.</summary>
    /// <exception cref="InvalidOperationException">There is no such article.</exception>
    public decimal? StockOf(string sku, long? stockId = null) => Locked(w =>
    {
        var place = stockId ?? w.Places[0].Id;
        return Find(w, sku).Stocks.FirstOrDefault(s => s.StockId == place)?.StockCurrent;
    });

    private static BillbeeProduct Find(BillbeeWorld world, string sku) =>
        world.ProductOfSku(sku) ?? throw new InvalidOperationException($"There is no article '{sku}'.");
}
