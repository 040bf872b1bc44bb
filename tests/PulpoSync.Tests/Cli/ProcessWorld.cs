using PulpoSync.Sandbox;
using PulpoSync.Tests.EndToEnd;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Cli;

/// <summary>A store in daily use, set up and run by the built command line: credentials <c>Shop</c> and <c>PULPO</c>, integration <c>Orders</c>.</summary>
public sealed class ProcessWorld : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pulposync-process-");
    private SandboxHost? _sandbox;

    internal string StorePath => PathOf("store.db");
    internal SandboxHost Sandbox => _sandbox!;
    internal string ShopAddress => $"{Sandbox.Address}shopify/acme";

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var shop = Sandbox.AddShop(new ShopOptions { Name = "acme", Throttling = false });
        shop.Seed(new ShopSeed { Seed = 5, Orders = 5, Plain = true });
        var tenant = Sandbox.AddTenant(new TenantOptions { Name = "pulpo" });
        tenant.Seed(World.Tenant);
        await File.WriteAllTextAsync(PathOf("token"), "shpat_sandbox_acme\n");
        await File.WriteAllTextAsync(PathOf("password"), tenant.Options.Password);
        var import = await ImportAsync($$"""
            { "credentials": [
                { "name": "Shop", "system": "Shopify", "address": "{{ShopAddress}}", "sandbox": true, "secrets": { "AccessToken": { "file": "{{PathOf("token")}}" } } },
                { "name": "PULPO", "system": "Pulpo", "address": "{{Sandbox.Address}}pulpo/pulpo", "sandbox": true, "fields": { "UserName": "{{tenant.Username}}" },
                  "secrets": { "Password": { "file": "{{PathOf("password")}}" } } } ],
              "stores": [ { "integrations": [
                { "name": "Orders", "type": "sales_orders", "source": "Shop", "destination": "PULPO", "settings": { "StartFrom": "2020-01-01" } } ] } ] }
            """);
        Assert.True(import.ExitCode == 0, import.Error);
        var run = await CallAsync("run", "Orders");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(5, tenant.Orders.Count);
    }

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    internal string PathOf(string file) => Path.Combine(_folder.FullName, file);

    internal Task<PulpoSyncProcess> CallAsync(params string[] arguments) => CallAsync(arguments, []);

    internal Task<PulpoSyncProcess> CallAsync(string[] arguments, params (string Name, string? Value)[] environment) =>
        PulpoSyncProcess.RunAsync(arguments, [("PULPOSYNC_STORE", StorePath), ("PULPOSYNC_KEY", null), .. environment]);

    internal async Task<PulpoSyncProcess> ImportAsync(string json, params string[] options)
    {
        var file = PathOf($"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, json);
        return await CallAsync(["import", file, .. options]);
    }
}
