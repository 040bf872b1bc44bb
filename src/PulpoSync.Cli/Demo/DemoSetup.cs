namespace PulpoSync.Cli.Demo;

/// <summary>Sets the demo's two stores up, as a user would.</summary>
internal static class DemoSetup
{
    public const string PlainOrders = "Plain shop orders";
    public const string BusyOrders = "Busy shop orders";
    /// <summary>Both shops count from 1001, and PULPO takes a number once.</summary>
    public const string BusyPrefix = "B-";
    private const string Wms = "PULPO";

    public static async Task RunAsync(IPulpoSyncRuntime runtime, DemoWorld world, DateTimeOffset startFrom, CancellationToken cancellationToken)
    {
        await runtime.NewCredentialAsync(
            new CredentialDefinition
            {
                Name = Wms, System = "Pulpo", Address = world.PulpoAddress.ToString(), Sandbox = true,
                Fields = new Dictionary<string, string> { ["UserName"] = world.Pulpo.Username },
                Secrets = new Dictionary<string, SecretInput> { ["Password"] = SecretInput.FromText(world.Pulpo.Options.Password) },
            },
            cancellationToken);
        await AddStoreAsync("Plain shop", PlainOrders, world.Plain, []);
        await AddStoreAsync("Busy shop", BusyOrders, world.Busy, new Dictionary<string, string?>
        {
            ["NumberPrefix"] = BusyPrefix,
            ["PhysicalOnly"] = "true",
            ["TagsToCriterium"] = "true",
            ["DeliveryDateFromTag"] = "true",
            ["FallbackCustomer"] = DemoWorld.FallbackCustomer,
        });

        async Task AddStoreAsync(string credential, string integration, Sandbox.ShopifyShop shop, Dictionary<string, string?> settings)
        {
            await runtime.NewCredentialAsync(
                new CredentialDefinition
                {
                    Name = credential, System = "Shopify", Address = world.AddressOf(shop).ToString(), Sandbox = true,
                    Secrets = new Dictionary<string, SecretInput> { ["AccessToken"] = SecretInput.FromText(DemoWorld.TokenOf(shop)) },
                },
                cancellationToken);
            settings["StartFrom"] = startFrom.UtcDateTime.ToString("O");
            await runtime.NewConfigAsync(
                new ConfigDefinition
                {
                    Name = integration, Type = IntegrationType.SalesOrders, Source = credential, Destination = Wms, Settings = settings,
                },
                cancellationToken);
        }
    }
}
