namespace PulpoSync.Engine.Rules;

/// <summary>Orders placed before the integration's start stay out, whatever happens to them later.</summary>
internal sealed class StartFromRule : IOrderRule
{
    public string Name => "StartFrom";
    public bool IsFilter => true;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings) => draft.Order.CreatedAt < settings.StartFrom
        ? RuleResult.Skip(
            ReasonCodes.BeforeStart,
            $"Placed on {draft.Order.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, before StartFrom ({settings.StartFrom.UtcDateTime:yyyy-MM-dd HH:mm} UTC).")
        : RuleResult.Accept("Placed after StartFrom.");
}
