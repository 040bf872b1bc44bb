namespace PulpoSync.Engine.Rules;

/// <summary>States that cancel the order at the destination.</summary>
internal sealed class CancelRule : IOrderRule
{
    /// <summary>The word for an order's own cancellation, beside the payment and shipping states.</summary>
    public const string Cancelled = "CANCELLED";

    public string Name => "CancelStatus";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var order = draft.Order;
        var word = order.CancelledAt is not null && settings.CancelStatus.Contains(Cancelled) ? Cancelled
            : order.Status is { } state && settings.CancelStatus.Contains(state) ? state
            : order.FinancialStatus is { } paid && settings.CancelStatus.Contains(paid) ? paid
            : order.FulfillmentStatus is { } shipped && settings.CancelStatus.Contains(shipped) ? shipped
            : null;
        return word is null
            ? RuleResult.Accept("No state of CancelStatus.")
            : RuleResult.Cancel(ReasonCodes.CancelledAtSource, $"The order is {word}, which CancelStatus counts as cancelled.");
    }
}
