namespace PulpoSync.Engine.Rules;

/// <summary>Only counter sales that are paid and stand. One that was paid back in part is booked with what the customer kept.</summary>
internal sealed class CounterStateRule : IOrderRule
{
    public string Name => "CounterState";
    public bool IsFilter => true;

    /// <summary>True for a sale that came to nothing: the goods are back in the shop.</summary>
    public static bool IsUndone(OrderDraft draft) => draft.Order.CancelledAt is not null || draft.Order.FinancialStatus is "VOIDED" or "REFUNDED";

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        if (IsUndone(draft)) return RuleResult.Skip(ReasonCodes.CancelledAtSource, "The sale was cancelled or paid back before it was booked.");
        return draft.Order.FinancialStatus is "PAID" or "PARTIALLY_REFUNDED"
            ? RuleResult.Accept("Paid.")
            : RuleResult.Skip(ReasonCodes.FinancialStatus, $"Payment state is {draft.Order.FinancialStatus ?? "empty"}; only counter sales that are paid are booked.");
    }
}
