namespace PulpoSync.Benchmarks.World;

/// <summary>How to get into the shop and the tenant of a plan: the sandbox's own defaults.</summary>
internal static class Login
{
    public const string ShopToken = $"shpat_sandbox_{WorldPlan.Name}";
    public const string UserName = $"{WorldPlan.Name}_api";
    public const string Password = "sandbox";
}
