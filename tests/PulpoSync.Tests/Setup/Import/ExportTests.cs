using System.Text.Json;
using PulpoSync.Engine;

namespace PulpoSync.Tests.Setup.Import;

/// <summary>From a store into a file and back: into the same store, and into an empty one.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string Token = "a token kept in the store";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pulposync-test-");
    private IPulpoSyncRuntime _runtime = null!;

    private string File => Path.Combine(_folder.FullName, "stores.json");

    public async Task InitializeAsync()
    {
        _runtime = Open("store.db");
        _runtime.InitializeStore();
        await AddAsync("Shop", "Shopify", "acme", [("ClientId", "abc")], [("ClientSecret", SecretInput.FromReference(new SecretReference("env", "SHOP_SECRET")))]);
        await AddAsync("Bee", "Billbee", null, [("UserName", "bee")], [("Password", Vault("ops", "bee")), ("DeveloperKey", Vault(null, "key"))]);
        await AddAsync("Wms", "Pulpo", "https://eu.pulpo.co", [("UserName", "sync")], [("Password", SecretInput.FromReference(new SecretReference("file", File + ".secret")))]);
        await ConfigAsync("Orders", IntegrationType.SalesOrders, "Shop", "Wms", "Europe/Berlin", [
            ("Tag", "a\nb;c"), ("FinancialStatus", "paid"), ("PhysicalOnly", "yes"), ("IncludeTest", "off"), ("PageSize", "50"), ("NumberPrefix", "Ä\"-"),
            ("WarehouseMap", "Lager = Nord=N\nAltona=HAM"), ("StartFrom", "2026-01-02"),
        ]);
        await _runtime.NewConfigAsync(
            new ConfigDefinition
            {
                Name = "Daily", Type = IntegrationType.SalesOrders, Source = "Shop", Destination = "Wms", DailyAt = "3:05", LookbackDays = 14, GapSeconds = 5, Enabled = false,
                SkipCheck = true,
            }, CancellationToken.None);
        await ConfigAsync("Bee orders", IntegrationType.SalesOrders, "Bee", "Wms", null, [("Warehouse", "N")]);
    }

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Import_into_the_same_store_changes_nothing()
    {
        await AddAsync("Shop 2", "Shopify", "acme2", [], [("AccessToken", SecretInput.FromText(Token))]);
        _runtime.ExportTo(File, [], overwrite: false);

        var steps = _runtime.PlanImport(File);
        Assert.All(steps, step => Assert.Equal(ImportAction.Leave, step.Action));
        Assert.Equal(7, steps.Count);
        foreach (var step in steps) Assert.Equal(ImportOutcome.Unchanged, (await _runtime.ImportAsync(step, false, CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task Import_into_an_empty_store_makes_an_equal_set_up()
    {
        _runtime.ExportTo(File, [], overwrite: false);
        await using var other = Open("other.db");

        // Planned before there is a store.
        var steps = other.PlanImport(File);
        Assert.All(steps, step => Assert.Equal(ImportAction.Create, step.Action));
        other.InitializeStore();
        foreach (var step in steps) Assert.Null((await other.ImportAsync(step, skipCheck: true, CancellationToken.None)).Error);

        Assert.Equal(_runtime.Export([]), other.Export([]));
        Assert.All(_runtime.GetConfigs(), config => AssertSame(config, Assert.Single(other.GetConfigs(config.Name))));
        Assert.All(_runtime.GetCredentials(), credential => AssertSame(credential, Assert.Single(other.GetCredentials(credential.Name))));
    }

    [Fact]
    public async Task Secret_that_the_store_keeps_is_not_exported_and_is_asked_for_elsewhere()
    {
        await AddAsync("Shop 2", "Shopify", "acme2", [], [("AccessToken", SecretInput.FromText(Token))]);
        _runtime.ExportTo(File, [], overwrite: false);
        Assert.DoesNotContain(Token, System.IO.File.ReadAllText(File));
        await using var other = Open("other.db");

        var refused = Assert.Single(other.PlanImport(File), step => step.Action is ImportAction.Refuse);

        Assert.Equal(("Shop 2", ErrorIds.ImportInvalid), (refused.Name, refused.Error!.ErrorId));
        Assert.EndsWith(".secrets.AccessToken", refused.Error.Target);
        Assert.Contains("""Write where it is kept: {"env":"NAME"}""", refused.Error.Message);
    }

    [Fact]
    public async Task Secret_that_the_store_keeps_survives_an_import_that_changes_its_credential()
    {
        await AddAsync("Shop 2", "Shopify", "acme2", [], [("AccessToken", SecretInput.FromText(Token))]);
        _runtime.ExportTo(File, [], overwrite: false);
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("acme2", "acme3"));

        var changed = Assert.Single(_runtime.PlanImport(File), step => step.Action is not ImportAction.Leave);

        Assert.Equal(ImportOutcome.Changed, (await _runtime.ImportAsync(changed, skipCheck: true, CancellationToken.None)).Outcome);
        var credential = Assert.Single(_runtime.GetCredentials("Shop 2"));
        Assert.Equal("stored", credential.Secrets["AccessToken"]);
        Assert.Contains("acme3", credential.Address);
    }

    [Fact]
    public void Plan_tells_what_the_settings_would_be_refused_for()
    {
        _runtime.ExportTo(File, ["Orders"], overwrite: false);
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("\"PAID\"", "\"PAYED\""));

        Assert.Equal(ErrorIds.SettingInvalid, Assert.Single(_runtime.PlanImport(File), step => step.Action is ImportAction.Refuse).Error!.ErrorId);
    }

    [Fact]
    public void Export_of_some_integrations_brings_their_credentials_along_and_no_other()
    {
        using var file = JsonDocument.Parse(_runtime.Export(["bee*", "BEE ORDERS"]));

        Assert.Equal(["Bee", "Wms"], Names(file.RootElement.GetProperty("credentials")));
        Assert.Equal(["Bee orders"], Names(file.RootElement.GetProperty("stores")[0].GetProperty("integrations")));
        Assert.Equal(ErrorIds.ConfigNotFound, Assert.Throws<PulpoSyncException>(() => _runtime.Export(["Nobody"])).ErrorId);
    }

    [Fact]
    public void Export_writes_settings_as_people_do()
    {
        using var file = JsonDocument.Parse(_runtime.Export(["Orders"]));
        var settings = file.RootElement.GetProperty("stores")[0].GetProperty("integrations")[0].GetProperty("settings");

        Assert.Equal(2, settings.GetProperty("Tag").GetArrayLength());
        Assert.True(settings.GetProperty("PhysicalOnly").GetBoolean());
        Assert.False(settings.GetProperty("IncludeTest").GetBoolean());
        Assert.Equal(50, settings.GetProperty("PageSize").GetInt32());
        Assert.Equal("N", settings.GetProperty("WarehouseMap").GetProperty("Lager = Nord").GetString());
    }

    [Fact]
    public void Exported_file_is_its_owners_alone_and_is_replaced_only_when_asked_to()
    {
        _runtime.ExportTo(File, [], overwrite: false);
        AssertOwnerOnly();
        System.IO.File.WriteAllText(File, "mine");
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Equal(ErrorIds.FileExists, Assert.Throws<PulpoSyncException>(() => _runtime.ExportTo(File, [], overwrite: false)).ErrorId);
        Assert.Equal("mine", System.IO.File.ReadAllText(File));
        _runtime.ExportTo(File, [], overwrite: true);
        Assert.Contains("Bee orders", System.IO.File.ReadAllText(File));
        AssertOwnerOnly();
        Assert.Single(_folder.GetFiles("stores.json*"));
    }

    [Fact]
    public void Export_into_a_folder_that_is_not_there_is_an_error_that_names_it() => Assert.Equal(
        ErrorIds.FileNotWritable, Assert.Throws<PulpoSyncException>(() => _runtime.ExportTo(Path.Combine(_folder.FullName, "no", "file.json"), [], true)).ErrorId);

    private static IEnumerable<string?> Names(JsonElement list) => list.EnumerateArray().Select(entry => entry.GetProperty("name").GetString());

    private static SecretInput Vault(string? vault, string name) => SecretInput.FromReference(new SecretReference("vault", name, vault));

    private static void AssertSame(IntegrationConfig a, IntegrationConfig b)
    {
        Assert.Equal((a.Type, a.Source, a.Destination, a.Every, a.Daily, a.TimeZone, a.Enabled), (b.Type, b.Source, b.Destination, b.Every, b.Daily, b.TimeZone, b.Enabled));
        Assert.Equal(a.Settings.OrderBy(pair => pair.Key), b.Settings.OrderBy(pair => pair.Key));
    }

    private static void AssertSame(IntegrationCredential a, IntegrationCredential b)
    {
        Assert.Equal((a.System, a.Address, a.IsSandbox), (b.System, b.Address, b.IsSandbox));
        Assert.Equal(a.Fields.OrderBy(pair => pair.Key), b.Fields.OrderBy(pair => pair.Key));
        Assert.Equal(a.Secrets.OrderBy(pair => pair.Key), b.Secrets.OrderBy(pair => pair.Key));
    }

    private void AssertOwnerOnly()
    {
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    private IPulpoSyncRuntime Open(string store) => new RuntimeFactory().Open(new RuntimeOptions { StorePath = Path.Combine(_folder.FullName, store) });

    private Task AddAsync(string name, string system, string? address, (string, string)[] fields, (string, SecretInput)[] secrets) => _runtime.NewCredentialAsync(
        new CredentialDefinition
        {
            Name = name, System = system, Address = address, SkipCheck = true, Fields = fields.ToDictionary(), Secrets = secrets.ToDictionary(),
        }, CancellationToken.None);

    private Task ConfigAsync(string name, IntegrationType type, string source, string destination, string? zone, (string Name, string? Text)[] settings) => _runtime.NewConfigAsync(
        new ConfigDefinition
        {
            Name = name, Type = type, Source = source, Destination = destination, TimeZone = zone, Settings = settings.ToDictionary(), SkipCheck = true,
        }, CancellationToken.None);
}
