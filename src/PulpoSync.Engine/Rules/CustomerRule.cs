namespace PulpoSync.Engine.Rules;

/// <summary>
/// An order without customer goes to the fallback customer, or stays out. The fallback replaces the customer only: the address is always the order's.
/// </summary>
internal sealed class CustomerRule : IOrderRule
{
    public string Name => "FallbackCustomer";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings) => draft.Order.Customer is not null
        ? RuleResult.Accept("The order has a customer.")
        : settings.FallbackCustomer is { } fallback
            ? RuleResult.Change(draft with { FallbackCustomer = fallback }, $"No customer; {fallback} stands in.")
            : RuleResult.Skip(ReasonCodes.NoCustomer, "The order has no customer, and FallbackCustomer is not set.");
}
