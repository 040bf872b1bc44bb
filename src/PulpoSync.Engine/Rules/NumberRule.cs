using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>The number at the destination: bare, or as the shop shows it, behind the integration's own prefix.</summary>
internal sealed class NumberRule : IOrderRule
{
    public string Name => "OrderNumber";
    public bool IsFilter => false;

    /// <summary>The number of an order.</summary>
    public static string Of(Order order, SalesOrderSettings settings) => settings.NumberPrefix + (settings.OrderNumberAffixes ? order.Name : order.Number);

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var number = Of(draft.Order, settings);
        return RuleResult.Change(draft with { BaseNumber = number }, $"Number at the destination: {number}.");
    }
}
