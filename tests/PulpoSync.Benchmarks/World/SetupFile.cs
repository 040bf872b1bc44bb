using System.Text.Json;

namespace PulpoSync.Benchmarks.World;

/// <summary>The file for <c>pulposync import</c> that sets a world up.</summary>
internal static class SetupFile
{
    public static string Of(IReadOnlyList<WorldPlan> plans, Uri sandbox) => JsonSerializer.Serialize(new
    {
        credentials = plans.SelectMany(plan => Credentials(plan, sandbox)),
        stores = plans.Select(plan => new
        {
            name = plan.Name,
            integrations = new[]
            {
                new
                {
                    name = plan.Name, type = "sales_orders", source = $"Shop {plan.Name}", destination = $"PULPO {plan.Name}", every = 10,
                    settings = new { StartFrom = plan.From.AddDays(-1).ToString("O") },
                },
            },
        }),
    });

    private static object[] Credentials(WorldPlan plan, Uri sandbox) =>
    [
        new
        {
            name = $"Shop {plan.Name}", system = "Shopify", address = $"{sandbox}shopify/{plan.Name}", sandbox = true,
            secrets = new { AccessToken = new { env = "BENCH_TOKEN" } },
        },
        new
        {
            name = $"PULPO {plan.Name}", system = "Pulpo", address = $"{sandbox}pulpo/{plan.Name}", sandbox = true,
            fields = new { Login.UserName }, secrets = new { Password = new { env = "BENCH_PASSWORD" } },
        },
    ];
}
