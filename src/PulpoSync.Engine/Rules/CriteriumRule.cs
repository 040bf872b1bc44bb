namespace PulpoSync.Engine.Rules;

/// <summary>Order tags into the destination's criterium. How PULPO's own connector joins them is not documented: ", " is our choice.</summary>
internal sealed class CriteriumRule : IOrderRule
{
    public string Name => "TagsToCriterium";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings) => settings.TagsToCriterium && draft.Order.Tags.Count > 0
        ? RuleResult.Change(draft with { Criterium = string.Join(", ", draft.Order.Tags) }, "Tags become the criterium.")
        : RuleResult.Accept("Off, or no tags.");
}
