namespace PulpoSync.Engine.Rules;

/// <summary>Drops lines that need no shipping, so that a voucher unknown to the warehouse does not hold up the goods.</summary>
internal sealed class PhysicalOnlyRule : IOrderRule
{
    public string Name => "PhysicalOnly";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        if (!settings.PhysicalOnly) return RuleResult.Accept("Off: every line is sent.");
        var order = draft.Order;
        var physical = order.Lines.Where(line => line.RequiresShipping).ToList();
        if (physical.Count == order.Lines.Count) return RuleResult.Accept("Every line needs shipping.");
        return physical.Count == 0
            ? RuleResult.Skip(ReasonCodes.NothingPhysical, "No line needs shipping.")
            : RuleResult.Change(draft with { Order = order with { Lines = physical } }, $"{order.Lines.Count - physical.Count} line(s) that need no shipping are dropped.");
    }
}
