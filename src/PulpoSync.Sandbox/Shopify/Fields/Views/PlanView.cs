namespace PulpoSync.Sandbox.Shopify;

/// <summary>The shop's subscription.</summary>
internal sealed record PlanView(ShopPlan Plan)
{
    public bool IsPlus => Plan is ShopPlan.Plus or ShopPlan.Enterprise;
}
