using System.Globalization;
using PulpoSync.Cli.Demo;
using PulpoSync.Engine;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Pulpo;

namespace PulpoSync.Tests.Cli;

/// <summary>A user's way from nothing to transferred orders, by import and run, on the real engine and the sandbox.</summary>
[Collection("Cli")]
public sealed class ImportedStoreTests : IDisposable
{
    private const string Token = "shpat_sandbox_acme-plain";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pulposync-test-");
    private readonly CliFixture _cli = new() { RealEngine = new RuntimeFactory() };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Import_run_and_ask()
    {
        await using var world = await DemoWorld.StartAsync(new SandboxOptions(), orders: 10, CancellationToken.None);
        // Only orders are set up here: what the shop sells is in the warehouse already.
        world.Pulpo.Seed(new PulpoSeed { Skus = [.. world.Plain.Orders.SelectMany(order => order.Lines).Select(line => line.Sku!).Distinct()] });
        var file = WriteImport(world);

        Assert.Equal(5, await RunAsync("run", "--due"));
        Assert.Contains("error: ", _cli.Error);
        Assert.Equal(0, await RunAsync("import", file));
        Assert.Contains("3 created", _cli.Out);
        Assert.Equal(0, await RunAsync("import", file));
        Assert.Contains("3 unchanged", _cli.Out);

        Assert.Equal(0, await RunAsync("run", "--due"));
        Assert.Equal(10, world.Pulpo.Orders.Count);
        Assert.Equal(0, await RunAsync("run", "--due"));
        Assert.Contains("Nothing was run.", _cli.Out);
        Assert.Equal(3, await RunAsync("run", "Orders", "--due"));
        Assert.Equal(5, await RunAsync("run", "Ordesr"));

        Assert.Equal(0, await RunAsync("status", "--check"));
        Assert.Equal(0, await RunAsync("record", "1001"));
        Assert.Contains("Written", _cli.Out);
        Assert.Equal(1, await RunAsync("record", "9999"));
        Assert.Equal(0, await RunAsync("credential", "test"));
        Assert.Equal(0, await RunAsync("config", "remove", "Orders"));
        Assert.Equal(0, await RunAsync("credential", "remove", "Shop"));
    }

    [Fact]
    public async Task Run_against_a_revoked_token_fails_and_never_shows_it()
    {
        await using var world = await DemoWorld.StartAsync(new SandboxOptions(), orders: 3, CancellationToken.None);
        Assert.Equal(0, await RunAsync("import", WriteImport(world)));
        world.Plain.Options = world.Plain.Options with { Tokens = [] };

        Assert.Equal(1, await RunAsync("run", "Orders", "--verbose"));
        Assert.Contains("FAILED", _cli.Out);
        Assert.DoesNotContain(Token, _cli.Out + _cli.Error);
        Assert.Equal(2, await RunAsync("status", "--check"));
        Assert.Equal(1, await RunAsync("credential", "test", "Shop"));
    }

    private Task<int> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", Path.Combine(_folder.FullName, "store.db")]);

    private string WriteImport(DemoWorld world)
    {
        var lastWeek = DateTime.UtcNow.AddDays(-8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var token = Path.Combine(_folder.FullName, "token");
        var password = Path.Combine(_folder.FullName, "password");
        File.WriteAllText(token, Token + "\n");
        File.WriteAllText(password, world.Pulpo.Options.Password);
        var file = Path.Combine(_folder.FullName, "import.json");
        File.WriteAllText(file, $$"""
            {
              "credentials": [
                { "name": "PULPO", "system": "Pulpo", "address": "{{world.AddressOf(world.Pulpo)}}", "sandbox": true,
                  "fields": { "UserName": "{{world.Pulpo.Username}}" }, "secrets": { "Password": { "file": "{{Json(password)}}" } } }
              ],
              "stores": [
                {
                  "credentials": [
                    { "name": "Shop", "system": "Shopify", "address": "{{world.AddressOf(world.Plain)}}", "sandbox": true,
                      "secrets": { "AccessToken": { "file": "{{Json(token)}}" } } }
                  ],
                  "integrations": [
                    { "name": "Orders", "type": "sales_orders", "source": "Shop", "destination": "PULPO", "every": 5,
                      "settings": { "StartFrom": "{{lastWeek}}", "FinancialStatus": ["paid"] } }
                  ]
                }
              ]
            }
            """);
        return file;
    }

    private static string Json(string path) => path.Replace("\\", "\\\\", StringComparison.Ordinal);
}
