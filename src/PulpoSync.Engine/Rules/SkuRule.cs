namespace PulpoSync.Engine.Rules;

/// <summary>Every line that is sent needs a SKU: a line is never dropped silently, so one without fails the whole order.</summary>
internal sealed class SkuRule : IOrderRule
{
    public string Name => "Sku";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var nameless = draft.Order.Lines.Where(line => line.Quantity > 0 && string.IsNullOrWhiteSpace(line.Sku)).ToList();
        if (nameless.Count == 0) return RuleResult.Accept("Every line has a SKU.");
        var titles = string.Join(", ", nameless.Take(5).Select(line => $"\"{line.Title}\""));
        var advice = nameless.TrueForAll(line => !line.RequiresShipping) ? "; none of them needs shipping: PhysicalOnly would drop them" : "; give the product a SKU in the shop";
        return RuleResult.Fail(ReasonCodes.EmptySku, $"{nameless.Count} line(s) without SKU: {titles}{advice}.");
    }
}
