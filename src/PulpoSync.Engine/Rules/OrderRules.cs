namespace PulpoSync.Engine.Rules;

/// <summary>The rules about a whole order, in their order.</summary>
internal static class OrderRules
{
    // What was sold at a counter has left: it needs neither customer nor address, and there is no shipping to choose by.
    private static readonly IOrderRule[] OfCounterSales =
        [new StartFromRule(), new TestOrderRule(), new CounterStateRule(), new PhysicalOnlyRule(), new HandedOverRule(), new SkuRule(), new NumberRule()];

    private static readonly IOrderRule[] All =
    [
        new OwnMarksRule(), new StartFromRule(), new TestOrderRule(), new CancelRule(), new RelationRule(), new OrderStatusRule(), new ShopAccountRule(), new FinancialStatusRule(), new FulfillmentStatusRule(), new TagRule(),
        new PhysicalOnlyRule(), new SkuRule(), new CustomerRule(), new AddressRule(), new NumberRule(), new CriteriumRule(), new DeliveryDateRule(),
    ];

    /// <summary>Applies the rules for counter sales.</summary>
    public static (OrderDraft Draft, RuleResult? Stop) ApplyToCounterSale(
        OrderDraft draft, SalesOrderSettings settings, ICollection<(string Rule, RuleResult Result)> trace) =>
        Apply(OfCounterSales, draft, settings, isImported: false, trace);

    /// <summary>Applies the rules until one does not let the order go on.</summary>
    /// <param name="draft">The order.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="isImported">True where a part of it is already at the destination: filters are left out.</param>
    /// <param name="trace">Takes what each rule said.</param>
    /// <returns>The draft as far as it came, and the decision that stopped it (null: it goes on).</returns>
    public static (OrderDraft Draft, RuleResult? Stop) Apply(
        OrderDraft draft, SalesOrderSettings settings, bool isImported, ICollection<(string Rule, RuleResult Result)> trace) =>
        Apply(All, draft, settings, isImported, trace);

    private static (OrderDraft Draft, RuleResult? Stop) Apply(
        IOrderRule[] rules, OrderDraft draft, SalesOrderSettings settings, bool isImported, ICollection<(string Rule, RuleResult Result)> trace)
    {
        foreach (var rule in rules)
        {
            if (rule.IsFilter && isImported) continue;
            var result = rule.Apply(draft, settings);
            trace.Add((rule.Name, result));
            if (result.Verdict is Verdict.Change) draft = result.Draft!;
            else if (result.Verdict is not Verdict.Accept) return (draft, result);
        }

        return (draft, null);
    }
}
