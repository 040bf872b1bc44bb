using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Products;

/// <summary>Products: each variant becomes one product of the warehouse, known there by its SKU.</summary>
internal sealed class ProductFlow(ProductSettings settings, IKeyedHash hash, string fingerprint) : IFlow<Product>
{
    public string Fingerprint => fingerprint;

    public string KeyOf(Product record) => record.Key;

    // A variant without SKU has no number; its title is what people know it by.
    public string NumberOf(Product record) => string.IsNullOrWhiteSpace(record.Sku) ? record.Title : record.Sku.Trim();

    public string VersionOf(Product record) => record.UpdatedAt.ToString("O", CultureInfo.InvariantCulture);

    public Plan<Product> Plan(Product record, IReadOnlyList<LedgerRow> rows)
    {
        var row = rows.FirstOrDefault(row => row.Part.Length == 0);
        var trace = new List<(string Rule, RuleResult Result)>();
        var stop = ProductRules.Apply(record, settings, row is { IsAlive: true }, trace);
        var plan = stop is null ? Write(record, row) : WholeRecord.Stopped<Product>(stop);
        return plan with { Trace = WholeRecord.Notes(trace) };
    }

    private Plan<Product> Write(Product record, LedgerRow? row)
    {
        var product = record with { Entry = Entry(record) };
        var content = ProductContent.Hash(product, hash);
        var sku = product.Entry.Sku;
        if (row is { IsAlive: true } && row.Hash == content)
        {
            return new Plan<Product> { Decisions = [new Decision(row.Part, OutcomeKind.Unchanged, LedgerState.Written, null, $"{sku} is up to date.")] };
        }

        var operation = row is { IsAlive: true } ? WriteOperation.Update : WriteOperation.Create;
        var message = operation is WriteOperation.Create ? $"Product {sku}." : $"Product {sku} was changed in the shop.";
        return new Plan<Product> { Writes = [new PlannedWrite<Product>("", 1, sku, operation, product, content, null, message)] };
    }

    private ProductEntry Entry(Product record) => new()
    {
        Sku = record.Sku!.Trim(),
        Price = settings.PriceFromCost ? record.Cost : record.Price,
        Categories = settings.TagsToCategories ? [.. record.Tags.Distinct(StringComparer.OrdinalIgnoreCase)] : null,
        Tracking = Has(record, settings.SerialTag) ? ProductTracking.Serial : Has(record, settings.LotTag) ? ProductTracking.Lot : ProductTracking.None,
        Supplier = settings.Supplier,
    };

    private static bool Has(Product record, string? tag) => tag is not null && record.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
}
