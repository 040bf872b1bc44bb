namespace PulpoSync.Engine.Rules;

/// <summary>Only orders in the chosen states, where the source has one word for the state of the whole order.</summary>
internal sealed class OrderStatusRule : IOrderRule
{
    public string Name => "OrderStatus";
    public bool IsFilter => true;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings) =>
        settings.OrderStatus.Count == 0 || settings.OrderStatus.Contains(draft.Order.Status ?? "")
            ? RuleResult.Accept(settings.OrderStatus.Count == 0 ? "No state is asked for." : $"State {draft.Order.Status} is wanted.")
            : RuleResult.Skip(
                ReasonCodes.OrderStatus,
                $"The order's state is {draft.Order.Status ?? "empty"}; OrderStatus wants {string.Join(", ", settings.OrderStatus)}.");
}
