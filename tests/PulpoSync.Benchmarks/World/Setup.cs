using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Benchmarks.World;

/// <summary>Files for <c>pulposync import</c>: one integration or many, each of a shop of its own.</summary>
internal static class Setup
{
    /// <summary>Name of the only integration.</summary>
    public const string Integration = "Orders";

    /// <summary>One shop and one tenant of the sandbox.</summary>
    public static string One(WorldPlan plan, Uri sandbox) => Of(sandbox, plan.From, [(Integration, WorldPlan.Name)]);

    /// <summary>Many shops, which need not exist.</summary>
    public static string Many(int count, Uri sandbox, DateTimeOffset from) =>
        Of(sandbox, from, [.. Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture)).Select(number => ($"{Integration} {number}", $"shop-{number}"))]);

    private static string Of(Uri sandbox, DateTimeOffset from, IReadOnlyList<(string Integration, string Shop)> all) => JsonSerializer.Serialize(new
    {
        credentials = all.Select(one => Credential($"Shop {one.Shop}", "Shopify", $"{sandbox}shopify/{one.Shop}", null, "AccessToken", "BENCH_TOKEN"))
            .Append(Credential("PULPO", "Pulpo", $"{sandbox}pulpo/{WorldPlan.Name}", new { Login.UserName }, "Password", "BENCH_PASSWORD")),
        stores = all.Select(one => new
        {
            name = one.Shop,
            integrations = new[]
            {
                new
                {
                    name = one.Integration, type = "sales_orders", source = $"Shop {one.Shop}", destination = "PULPO",
                    settings = new { StartFrom = from.AddDays(-1).ToString("O", CultureInfo.InvariantCulture), Warehouse = WorldPlan.Warehouse },
                },
            },
        }),
    });

    private static object Credential(string name, string system, string address, object? fields, string secret, string variable) => new
    {
        name, system, address, sandbox = true, fields = fields ?? new { }, secrets = new Dictionary<string, object> { [secret] = new { env = variable } },
    };
}
