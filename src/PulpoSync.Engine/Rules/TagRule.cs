namespace PulpoSync.Engine.Rules;

/// <summary>Only orders with all the chosen tags; case does not matter, as in the shop's own search.</summary>
internal sealed class TagRule : IOrderRule
{
    public string Name => "Tag";
    public bool IsFilter => true;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var missing = settings.Tags.Where(tag => !draft.Order.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)).ToList();
        return missing.Count == 0
            ? RuleResult.Accept(settings.Tags.Count == 0 ? "No tag is asked for." : "Has all tags.")
            : RuleResult.Skip(ReasonCodes.TagMissing, $"The order lacks the tag {string.Join(", ", missing.Select(tag => $"\"{tag}\""))}, which Tag asks for.");
    }
}
