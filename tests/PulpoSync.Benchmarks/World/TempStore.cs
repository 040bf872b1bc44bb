using System.Text.Json;
using PulpoSync.Benchmarks.Processes;

namespace PulpoSync.Benchmarks.World;

/// <summary>A fresh store, set up by the command line as a user would.</summary>
internal sealed class TempStore : IDisposable
{
    private const string Integration = "Orders";

    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-bench-").FullName;
    private readonly Dictionary<string, string> _environment;

    private TempStore() => _environment = new Dictionary<string, string>
    {
        ["PULPOSYNC_STORE"] = Path.Combine(_folder, "pulposync.db"), ["BENCH_TOKEN"] = Login.ShopToken, ["BENCH_PASSWORD"] = Login.Password,
    };

    /// <summary>Makes a store with one integration that carries the plan's orders.</summary>
    public static async Task<TempStore> CreateAsync(WorldPlan plan, Uri sandbox, CancellationToken cancellationToken)
    {
        var store = new TempStore();
        var file = Path.Combine(store._folder, "import.json");
        await File.WriteAllTextAsync(file, Setup(plan, sandbox), cancellationToken);
        await store.CallAsync(["import", file], cancellationToken);
        return store;
    }

    /// <summary>Imports the orders; gives what the process used.</summary>
    public async Task<Usage> ImportAsync(CancellationToken cancellationToken) => await CallAsync(["run", Integration], cancellationToken);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Usage> CallAsync(string[] arguments, CancellationToken cancellationToken) =>
        (await Executable.PulpoSync.RunAsync(_environment, arguments, cancellationToken)).Usage;

    private static string Setup(WorldPlan plan, Uri sandbox) => JsonSerializer.Serialize(new
    {
        credentials = new object[]
        {
            new
            {
                name = "Shop", system = "Shopify", address = $"{sandbox}shopify/{WorldPlan.Name}", sandbox = true,
                secrets = new { AccessToken = new { env = "BENCH_TOKEN" } },
            },
            new
            {
                name = "PULPO", system = "Pulpo", address = $"{sandbox}pulpo/{WorldPlan.Name}", sandbox = true,
                fields = new { Login.UserName }, secrets = new { Password = new { env = "BENCH_PASSWORD" } },
            },
        },
        stores = new[]
        {
            new
            {
                name = "Bench",
                integrations = new[]
                {
                    new
                    {
                        name = Integration, type = "sales_orders", source = "Shop", destination = "PULPO",
                        settings = new { StartFrom = plan.From.AddDays(-1).ToString("O") },
                    },
                },
            },
        },
    });
}
