namespace PulpoSync.Engine.Rules;

/// <summary>The number at the destination: bare, or as the shop shows it, behind the integration's own prefix.</summary>
internal sealed class NumberRule : IOrderRule
{
    public string Name => "OrderNumber";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var number = settings.NumberPrefix + (settings.OrderNumberAffixes ? draft.Order.Name : draft.Order.Number);
        return RuleResult.Change(draft with { BaseNumber = number }, $"Number at the destination: {number}.");
    }
}
