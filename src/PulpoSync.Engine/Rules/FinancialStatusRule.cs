namespace PulpoSync.Engine.Rules;

/// <summary>Only orders in the chosen payment states.</summary>
internal sealed class FinancialStatusRule : IOrderRule
{
    public string Name => "FinancialStatus";
    public bool IsFilter => true;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings) =>
        settings.FinancialStatus.Count == 0 || settings.FinancialStatus.Contains(draft.Order.FinancialStatus ?? "")
            ? RuleResult.Accept($"Payment state {draft.Order.FinancialStatus} is wanted.")
            : RuleResult.Skip(
                ReasonCodes.FinancialStatus,
                $"Payment state is {draft.Order.FinancialStatus ?? "empty"}; FinancialStatus wants {string.Join(", ", settings.FinancialStatus)}.");
}
