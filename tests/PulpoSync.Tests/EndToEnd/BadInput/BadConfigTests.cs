namespace PulpoSync.Tests.EndToEnd.BadInput;

/// <summary>What people mistype about an integration, new or known: refused with what to type instead, and nothing is saved.</summary>
public sealed class BadConfigTests(BadInputWorld world) : IClassFixture<BadInputWorld>
{
    private static readonly Dictionary<string, (Func<ConfigDefinition, ConfigDefinition> Mistake, string ErrorId, string[] Says)> Mistakes = new()
    {
        ["unknown source"] = (c => c with { Source = "Sohp" }, ErrorIds.CredentialNotFound, ["\"Sohp\"", "There are: PULPO, Shop."]),
        ["unknown destination"] = (c => c with { Destination = "Plupo" }, ErrorIds.CredentialNotFound, ["\"Plupo\"", "There are: PULPO, Shop."]),
        ["empty source"] = (c => c with { Source = " " }, ErrorIds.CredentialNotFound, ["There are: PULPO, Shop."]),
        ["warehouse as source"] = (c => c with { Source = "PULPO" }, ErrorIds.ConfigInvalid, ["\"PULPO\" is a Pulpo credential", "sales_orders reads from Shopify"]),
        ["shop as destination"] = (c => c with { Destination = "Shop" }, ErrorIds.ConfigInvalid, ["\"Shop\" is a Shopify credential", "sales_orders writes to Pulpo"]),

        ["frequency 0"] = (c => c with { Every = 0 }, ErrorIds.ScheduleInvalid, ["Every cannot be 0.", "Type 1 to 60 minutes."]),
        ["frequency 61"] = (c => c with { Every = 61 }, ErrorIds.ScheduleInvalid, ["Every cannot be 61.", "Type 1 to 60 minutes."]),
        ["look-back -1"] = (c => c with { DailyAt = "02:30", LookbackDays = -1 }, ErrorIds.ScheduleInvalid, ["LookbackDays cannot be -1.", "Type 1 to 365 days."]),
        ["look-back 366"] = (c => c with { DailyAt = "02:30", LookbackDays = 366 }, ErrorIds.ScheduleInvalid, ["LookbackDays cannot be 366.", "Type 1 to 365 days."]),
        ["gap -1"] = (c => c with { DailyAt = "02:30", GapSeconds = -1 }, ErrorIds.ScheduleInvalid, ["GapSeconds cannot be -1.", "Type 0 to 3600 seconds."]),
        ["look-back without a daily time"] = (c => c with { Every = 5, LookbackDays = 3 }, ErrorIds.ScheduleInvalid, ["belong to a daily run", "Add DailyAt, such as 02:30."]),
        ["hour 25"] = (c => c with { DailyAt = "25:00" }, ErrorIds.ScheduleInvalid, ["DailyAt cannot be \"25:00\".", "such as 02:30."]),
        ["time in words"] = (c => c with { DailyAt = "at night" }, ErrorIds.ScheduleInvalid, ["DailyAt cannot be \"at night\".", "such as 02:30."]),
        ["both schedules"] = (c => c with { Every = 5, DailyAt = "02:30" }, ErrorIds.ScheduleInvalid, ["exclude each other", "an integration of its own"]),
        ["unknown time zone"] = (c => c with { TimeZone = "Europe/Berlni" }, ErrorIds.ScheduleInvalid, ["\"Europe/Berlni\"", "such as Europe/Berlin"]),

        ["unknown payment state"] = (With("FinancialStatus", "PAYED"), ErrorIds.SettingInvalid, ["FinancialStatus cannot be \"PAYED\".", "Type one of AUTHORIZED, EXPIRED, PAID,"]),
        ["unknown shipping state"] = (With("FulfillmentStatus", "UNFULFILLED\nunsent"), ErrorIds.SettingInvalid, ["FulfillmentStatus cannot be \"unsent\".", "UNFULFILLED"]),
        ["unknown cancelling state"] = (With("CancelStatus", "gone"), ErrorIds.SettingInvalid, ["CancelStatus cannot be \"gone\".", "CANCELLED"]),
        ["unknown fallback customer"] = (With("FallbackCustomer", "WEBSOHP"), ErrorIds.SettingInvalid, ["\"WEBSOHP\"", "Set FallbackCustomer to", "such as \"FALLBACK\""]),
        ["unknown warehouse"] = (With("Warehouse", "Brelin"), ErrorIds.SettingInvalid, ["\"Brelin\"", "\"Berlin\", \"Hamburg\""]),
        ["unknown warehouse in the map"] = (With("WarehouseMap", "Berlin=Brelin"), ErrorIds.SettingInvalid, ["\"Brelin\"", "\"Berlin\", \"Hamburg\""]),
        ["unknown location in the map"] = (With("WarehouseMap", "Brelin=Berlin"), ErrorIds.SettingInvalid, ["the location \"Brelin\"", "\"Berlin\"", "\"Showroom\""]),
        ["map without a pair"] = (With("WarehouseMap", "Berlin"), ErrorIds.SettingInvalid, ["WarehouseMap cannot be \"Berlin\".", "Location=Warehouse"]),
        ["unknown merchant"] = (With("Merchant", "Nobody"), ErrorIds.SettingInvalid, ["no merchant \"Nobody\"", "There are none."]),
        ["channel without a merchant"] = (With("MerchantChannel", "online"), ErrorIds.SettingInvalid, ["MerchantChannel needs Merchant"]),
        ["start in words"] = (With("StartFrom", "yesterday"), ErrorIds.SettingInvalid, ["StartFrom cannot be \"yesterday\".", "such as 2026-11-01"]),
        ["start with the day first"] = (With("StartFrom", "03.04.2026"), ErrorIds.SettingInvalid, ["StartFrom cannot be \"03.04.2026\".", "such as 2026-11-01"]),
        ["start on a day that does not exist"] = (With("StartFrom", "2026-02-30"), ErrorIds.SettingInvalid, ["StartFrom cannot be \"2026-02-30\"."]),
        ["start before all time"] = (With("StartFrom", "0001-01-01"), ErrorIds.SettingInvalid, ["StartFrom cannot be \"0001-01-01\"."]),
        ["switch half on"] = (With("PhysicalOnly", "perhaps"), ErrorIds.SettingInvalid, ["PhysicalOnly cannot be \"perhaps\".", "Type true or false."]),
        ["page of nothing"] = (With("PageSize", "0"), ErrorIds.SettingInvalid, ["PageSize cannot be \"0\".", "from 1 to 50"]),
        ["unknown setting"] = (With("Colour", "red"), ErrorIds.SettingUnknown, ["no setting Colour", "FinancialStatus", "WarehouseMap"]),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task New_refuses(string mistake)
    {
        var (make, errorId, says) = Mistakes[mistake];
        var definition = new ConfigDefinition { Name = "Wrong", Type = IntegrationType.SalesOrders, Source = "Shop", Destination = "PULPO" };

        await world.AssertRefusedAsync(() => world.Runtime.NewConfigAsync(make(definition), CancellationToken.None), errorId, says);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Set_refuses(string mistake)
    {
        var (make, errorId, says) = Mistakes[mistake];

        await world.AssertRefusedAsync(() => world.Runtime.SetConfigAsync(make(new ConfigDefinition { Name = "Orders" }), CancellationToken.None), errorId, says);
    }

    [Fact]
    public Task New_refuses_a_type_that_the_shop_has_not() => world.AssertRefusedAsync(
        () => world.Runtime.NewConfigAsync(Complete("Labels") with { Type = IntegrationType.ShippingLabels }, CancellationToken.None),
        ErrorIds.ConfigInvalid, "\"Shop\" is a Shopify credential", "shipping_labels reads from Pulpo");

    [Fact]
    public Task Set_refuses_another_type() => world.AssertRefusedAsync(
        () => world.Runtime.SetConfigAsync(new ConfigDefinition { Name = "Orders", Type = IntegrationType.ShippingLabels }, CancellationToken.None),
        ErrorIds.ConfigInvalid, "\"Orders\" is of type sales_orders");

    [Theory]
    [InlineData("", "1 to 100 characters")]
    [InlineData("  ", "1 to 100 characters")]
    [InlineData("Orders*", "without * and ?")]
    [InlineData("two\nlines", "1 to 100 characters")]
    public Task New_refuses_what_is_no_name(string name, string says) => world.AssertRefusedAsync(
        () => world.Runtime.NewConfigAsync(Complete(name), CancellationToken.None), ErrorIds.ConfigInvalid, says);

    [Theory]
    [InlineData("Orders")]
    [InlineData(" orders ")]
    public Task New_refuses_a_name_that_is_taken(string name) => world.AssertRefusedAsync(
        () => world.Runtime.NewConfigAsync(Complete(name), CancellationToken.None), ErrorIds.ConfigExists, "Set-IntegrationConfig", "take another name");

    [Fact]
    public Task New_refuses_what_is_incomplete() => world.AssertRefusedAsync(
        () => world.Runtime.NewConfigAsync(new ConfigDefinition { Name = "Wrong", Type = IntegrationType.SalesOrders }, CancellationToken.None),
        ErrorIds.ConfigInvalid, "Source is missing.");

    [Fact]
    public Task Set_refuses_a_look_back_of_a_daily_one_and_keeps_it_daily() => world.AssertRefusedAsync(
        () => world.Runtime.SetConfigAsync(new ConfigDefinition { Name = "Nightly", LookbackDays = -1 }, CancellationToken.None),
        ErrorIds.ScheduleInvalid, "LookbackDays cannot be -1.", "Type 1 to 365 days.");

    [Fact]
    public async Task New_tells_all_that_the_systems_do_not_know_at_once()
    {
        var definition = Complete("Wrong") with { Settings = new Dictionary<string, string?> { ["WarehouseMap"] = "Showrom=Berlin", ["Warehouse"] = "Brelin", ["FallbackCustomer"] = "WEBSOHP" } };

        var error = await world.AssertRefusedAsync(() => world.Runtime.NewConfigAsync(definition, CancellationToken.None), ErrorIds.SettingInvalid, "\"Showrom\"", "\"Brelin\"", "\"WEBSOHP\"");

        Assert.EndsWith("Nothing was saved; -SkipCheck (or: --skip-check) saves without asking the system.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_tells_a_system_that_is_not_there_from_a_setting_that_is_wrong()
    {
        await world.Runtime.NewCredentialAsync(
            new CredentialDefinition
            {
                Name = "Away", System = "Pulpo", Address = "http://127.0.0.1:1/pulpo/acme", Sandbox = true, SkipCheck = true,
                Fields = new Dictionary<string, string> { ["UserName"] = "acme_api" },
                Secrets = new Dictionary<string, SecretInput> { ["Password"] = SecretInput.FromText("sandbox-password") },
            },
            CancellationToken.None);
        try
        {
            await world.AssertRefusedAsync(
                () => world.Runtime.NewConfigAsync(Complete("Wrong") with { Destination = "Away" }, CancellationToken.None),
                ErrorIds.SystemUnreachable, "PULPO at 127.0.0.1:1", "check the address and this machine's network", "Nothing was saved");
        }
        finally
        {
            world.Runtime.RemoveCredential("Away");
        }
    }

    private static ConfigDefinition Complete(string name) => new() { Name = name, Type = IntegrationType.SalesOrders, Source = "Shop", Destination = "PULPO" };

    private static Func<ConfigDefinition, ConfigDefinition> With(string setting, string value) =>
        definition => definition with { Settings = new Dictionary<string, string?> { [setting] = value } };
}
