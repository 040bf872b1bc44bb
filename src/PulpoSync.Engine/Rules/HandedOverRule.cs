namespace PulpoSync.Engine.Rules;

/// <summary>A counter sale of which the customer has taken nothing away is no movement of goods.</summary>
internal sealed class HandedOverRule : IOrderRule
{
    public string Name => "HandedOver";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings) => draft.Order.Lines.Any(line => line.Quantity > 0)
        ? RuleResult.Accept("Goods were handed over.")
        : RuleResult.Skip(ReasonCodes.NothingHandedOver, "Nothing was handed over at the counter: it is to be shipped, or was given back.");
}
