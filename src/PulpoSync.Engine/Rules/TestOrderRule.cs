namespace PulpoSync.Engine.Rules;

/// <summary>Orders placed to try the shop out stay out unless they are asked for.</summary>
internal sealed class TestOrderRule : IOrderRule
{
    public string Name => "IncludeTest";
    public bool IsFilter => true;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings) => draft.Order.IsTest && !settings.IncludeTest
        ? RuleResult.Skip(ReasonCodes.TestOrder, "A test order; IncludeTest is off.")
        : RuleResult.Accept("No test order, or test orders are wanted.");
}
