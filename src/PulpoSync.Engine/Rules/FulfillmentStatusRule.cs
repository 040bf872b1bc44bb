namespace PulpoSync.Engine.Rules;

/// <summary>Only orders in the chosen shipping states.</summary>
internal sealed class FulfillmentStatusRule : IOrderRule
{
    public string Name => "FulfillmentStatus";
    public bool IsFilter => true;

    // A hold or a schedule is no state of its own to filter by: such orders are looked at by their fulfilment orders, which wait.
    private static readonly string[] Waiting = ["ON_HOLD", "SCHEDULED"];

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var state = draft.Order.FulfillmentStatus ?? "";
        var wanted = settings.FulfillmentStatus.Count == 0 || settings.FulfillmentStatus.Contains(state) || Waiting.Contains(state);
        return wanted
            ? RuleResult.Accept($"Shipping state {state} is wanted.")
            : RuleResult.Skip(
                ReasonCodes.FulfillmentStatus,
                $"Shipping state is {(state.Length == 0 ? "empty" : state)}; FulfillmentStatus wants {string.Join(", ", settings.FulfillmentStatus)}.");
    }
}
