namespace PulpoSync.Cli.Demo;

/// <summary>Sets the demo's three stores up, as a user would: the whole circle for the plain shop and for Billbee, orders alone for the busy shop.</summary>
internal static class DemoSetup
{
    public const string PlainOrders = $"{Plain} orders";
    public const string BusyOrders = $"{Busy} orders";
    public const string BillbeeOrders = $"{Bee} orders";
    /// <summary>Both shops count from 1001, and PULPO takes a number once.</summary>
    public const string BusyPrefix = "B-";
    public const string TillPrefix = "T-";
    public const string ImportedTag = "in-warehouse";
    private const string Plain = "Plain shop";
    private const string Busy = "Busy shop";
    private const string Bee = "Billbee";
    private const string Wms = "PULPO";
    private const string BeeWms = "PULPO Bremen";

    public static async Task RunAsync(IPulpoSyncRuntime runtime, DemoWorld world, DateTimeOffset startFrom, CancellationToken cancellationToken)
    {
        CredentialDefinition[] credentials = [OfPulpo(Wms, world, world.Pulpo), OfPulpo(BeeWms, world, world.BillbeePulpo), OfShop(Plain, world, world.Plain), OfShop(Busy, world, world.Busy), OfBillbee(world)];
        foreach (var credential in credentials) await runtime.NewCredentialAsync(credential, cancellationToken);
        var startSetting = ("StartFrom", startFrom.UtcDateTime.ToString("O"));
        foreach (var integration in Integrations(startSetting).Concat(OfAccount(startSetting))) await runtime.NewConfigAsync(integration, cancellationToken);
    }

    private static ConfigDefinition[] Integrations((string, string) startFrom) =>
    [
        FromShop(Plain, "products", IntegrationType.Products, ("PhysicalOnly", "true"), ("ProductStatus", "ACTIVE")),
        FromShop(Plain, "orders", IntegrationType.SalesOrders, startFrom),
        FromShop(Plain, "till", IntegrationType.SalesOrdersPos, startFrom, ("Customer", DemoWorld.FallbackCustomer), ("NumberPrefix", TillPrefix)),
        FromPulpo(Plain, "shipments", IntegrationType.GenerateShipments, startFrom),
        FromPulpo(Plain, "stock", IntegrationType.Stock),
        FromPulpo(Plain, "status", IntegrationType.StatusUpdates, startFrom, (nameof(ImportedTag), ImportedTag)),
        FromPulpo(Plain, "returns", IntegrationType.Returns, startFrom, ("RefundGoods", "true")),
        FromShop(
            Busy, "orders", IntegrationType.SalesOrders, startFrom, ("NumberPrefix", BusyPrefix), ("PhysicalOnly", "true"), ("TagsToCriterium", "true"),
            ("DeliveryDateFromTag", "true"), ("FallbackCustomer", DemoWorld.FallbackCustomer)),
    ];

    private static ConfigDefinition[] OfAccount((string, string) startFrom) =>
    [
        FromBillbee("products", IntegrationType.Products, ("PhysicalOnly", "true")),
        FromBillbee("orders", IntegrationType.SalesOrders, startFrom, ("Warehouse", DemoBillbee.Warehouse), ("PhysicalOnly", "true")),
        ToBillbee("labels", IntegrationType.ShippingLabels, startFrom, ("LabelMap", $"{DemoBillbee.LabelMethod}={DemoBillbee.Label}")),
        ToBillbee("shipments", IntegrationType.GenerateShipments, startFrom),
        ToBillbee("status", IntegrationType.StatusUpdates, startFrom, ("PackedStatus", DemoBillbee.PackedStatus)),
        ToBillbee("stock", IntegrationType.Stock, ("Warehouse", DemoBillbee.Warehouse), ("StockLocation", DemoBillbee.StockLocation)),
    ];

    private static ConfigDefinition FromShop(string shop, string what, IntegrationType type, params (string, string)[] settings) =>
        Of($"{shop} {what}", type, shop, Wms, settings);

    private static ConfigDefinition FromPulpo(string shop, string what, IntegrationType type, params (string, string)[] settings) =>
        Of($"{shop} {what}", type, Wms, shop, settings);

    private static ConfigDefinition FromBillbee(string what, IntegrationType type, params (string, string)[] settings) =>
        Of($"{Bee} {what}", type, Bee, BeeWms, settings);

    private static ConfigDefinition ToBillbee(string what, IntegrationType type, params (string, string)[] settings) =>
        Of($"{Bee} {what}", type, BeeWms, Bee, settings);

    private static ConfigDefinition Of(string name, IntegrationType type, string source, string destination, (string Name, string Value)[] settings) => new()
    {
        Name = name, Type = type, Source = source, Destination = destination,
        Settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
    };

    private static CredentialDefinition OfPulpo(string name, DemoWorld world, Sandbox.PulpoTenant tenant) => new()
    {
        Name = name, System = "Pulpo", Address = world.AddressOf(tenant).ToString(), Sandbox = true,
        Fields = new Dictionary<string, string> { ["UserName"] = tenant.Username },
        Secrets = new Dictionary<string, SecretInput> { ["Password"] = SecretInput.FromText(tenant.Options.Password) },
    };

    private static CredentialDefinition OfBillbee(DemoWorld world) => new()
    {
        Name = Bee, System = "Billbee", Address = world.BillbeeAddress.ToString(), Sandbox = true,
        Fields = new Dictionary<string, string> { ["UserName"] = world.Billbee.Options.UserName },
        Secrets = new Dictionary<string, SecretInput>
        {
            ["Password"] = SecretInput.FromText(world.Billbee.Options.ApiPassword), ["DeveloperKey"] = SecretInput.FromText(world.Billbee.Options.DeveloperKey),
        },
    };

    private static CredentialDefinition OfShop(string name, DemoWorld world, Sandbox.ShopifyShop shop) => new()
    {
        Name = name, System = "Shopify", Address = world.AddressOf(shop).ToString(), Sandbox = true,
        Secrets = new Dictionary<string, SecretInput> { ["AccessToken"] = SecretInput.FromText(DemoWorld.TokenOf(shop)) },
    };
}
