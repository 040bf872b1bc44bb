namespace PulpoSync.Benchmarks.World;

/// <summary>How to get into the shop and the tenant of a plan.</summary>
internal static class Login
{
    public const string ShopToken = "shpat_sandbox_bench";
    public const string UserName = "bench_api";
    public const string Password = "sandbox-password";
}
