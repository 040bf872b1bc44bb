namespace PulpoSync.Engine.Rules;

/// <summary>Only orders of the chosen shop accounts, by name or by key, where the source gathers several.</summary>
internal sealed class ShopAccountRule : IOrderRule
{
    public string Name => "ShopAccount";
    public bool IsFilter => true;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var (name, key) = (draft.Order.Channel?.Trim(), draft.Order.ChannelKey);
        if (settings.ShopAccounts.Count == 0) return RuleResult.Accept("No shop account is asked for.");
        return settings.ShopAccounts.Any(wanted => string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase) || wanted == key)
            ? RuleResult.Accept($"Shop account \"{name ?? key}\" is wanted.")
            : RuleResult.Skip(
                ReasonCodes.ShopAccount,
                $"The order is of the shop account \"{name ?? key ?? "none"}\"; ShopAccount wants {string.Join(", ", settings.ShopAccounts.Select(wanted => $"\"{wanted}\""))}.");
    }
}
