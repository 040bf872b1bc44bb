using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>The rules about a product, in their order. Pure.</summary>
internal static class ProductRules
{
    private static readonly (string Name, bool IsFilter, Func<Product, ProductSettings, RuleResult> Apply)[] All =
    [
        ("ProductStatus", true, Status), ("PhysicalOnly", true, Physical), ("Sku", false, Sku),
    ];

    /// <summary>Applies the rules until one does not let the product go on.</summary>
    /// <param name="product">Product.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="isImported">True where the destination has it: filters, which only choose what begins, are left out.</param>
    /// <param name="trace">Takes what each rule said.</param>
    /// <returns>The decision that stopped it; null: it goes on.</returns>
    public static RuleResult? Apply(Product product, ProductSettings settings, bool isImported, ICollection<(string Rule, RuleResult Result)> trace)
    {
        foreach (var (name, _, apply) in All.Where(rule => !rule.IsFilter || !isImported))
        {
            var result = apply(product, settings);
            trace.Add((name, result));
            if (result.Verdict is not Verdict.Accept) return result;
        }

        return null;
    }

    private static RuleResult Status(Product product, ProductSettings settings) =>
        settings.Status.Count == 0 || settings.Status.Contains(product.Status ?? "")
            ? RuleResult.Accept($"State {product.Status} is wanted.")
            : RuleResult.Skip(
                ReasonCodes.ProductStatus, $"The product is {product.Status ?? "without state"}; ProductStatus wants {string.Join(", ", settings.Status)}.");

    // The same test as for the lines of orders: what an order may bring has to be there.
    private static RuleResult Physical(Product product, ProductSettings settings) => settings.PhysicalOnly && !product.RequiresShipping
        ? RuleResult.Skip(ReasonCodes.NotPhysical, $"\"{product.Title}\" needs no shipping{(product.IsGiftCard ? " (a gift card)" : "")}; PhysicalOnly is on.")
        : RuleResult.Accept("Needs shipping, or everything is wanted.");

    // Which of two is meant is never guessed: an order would be picked from the wrong shelf.
    private static RuleResult Sku(Product product, ProductSettings settings)
    {
        if (string.IsNullOrWhiteSpace(product.Sku))
        {
            return RuleResult.Fail(ReasonCodes.EmptySku, $"\"{product.Title}\" has no SKU, by which a warehouse knows its products. Give it one in the shop.");
        }

        if (product.SameSku == 0) return RuleResult.Accept("Has a SKU of its own.");
        var others = string.Join(", ", product.SameSkuTitles.Take(5).Select(title => $"\"{title}\""));
        var count = others.Length == 0 ? $"{product.SameSku} other variant(s)" : $"{product.SameSku} other variant(s): {others}";
        return RuleResult.Fail(
            ReasonCodes.DuplicateSku, $"The SKU {product.Sku.Trim()} of \"{product.Title}\" is also that of {count}. Give each variant a SKU of its own in the shop.");
    }
}
