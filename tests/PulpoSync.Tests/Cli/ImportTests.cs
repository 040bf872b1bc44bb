namespace PulpoSync.Tests.Cli;

[Collection("Cli")]
public sealed class ImportTests : IDisposable
{
    private const string Good = """
        {
          // One WMS for all shops.
          "credentials": [ { "name": "wms", "system": "Pulpo", "address": "https://wms.example.test/acme",
            "fields": { "UserName": "api" }, "secrets": { "Password": { "vault": "ops", "name": "pulpo" } } } ],
          "stores": [
            {
              "name": "Berlin",
              "settings": { "Tag": ["web", "paid"], "PhysicalOnly": true, "NumberPrefix": "B-" },
              "integrations": [
                { "name": "Berlin orders", "type": "sales_orders", "source": "shop berlin", "destination": "wms", "every": 5,
                  "settings": { "PhysicalOnly": false, "WarehouseMap": { "Main street": "Berlin" } } },
                { "name": "Berlin daily", "type": "Verkaufsaufträge", "source": "shop berlin", "destination": "wms",
                  "daily": { "at": "02:30", "lookbackDays": 3 } }
              ],
              "credentials": [ { "name": "shop berlin", "system": "Shopify", "address": "Berlin.myshopify.com",
                "secrets": { "AccessToken": { "env": "BERLIN" } } } ]
            }
          ]
        }
        """;

    private readonly CliFixture _cli = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"pulposync-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Import_makes_what_is_missing_credentials_first()
    {
        Assert.Equal(0, await ImportAsync(Good));

        Assert.Equal(["new credential wms", "new credential shop berlin", "new config Berlin orders", "new config Berlin daily"], _cli.Runtime.Calls);
        Assert.Equal("vault:ops/pulpo", _cli.Runtime.Credentials["wms"].Secrets["Password"]);
        Assert.Equal("env:BERLIN", _cli.Runtime.Credentials["shop berlin"].Secrets["AccessToken"]);
        var orders = _cli.Runtime.Configs["Berlin orders"];
        Assert.Equal("web\npaid", orders.Settings["Tag"]);
        Assert.Equal("false", orders.Settings["PhysicalOnly"]);
        Assert.Equal("B-", orders.Settings["NumberPrefix"]);
        Assert.Equal("Main street=Berlin", orders.Settings["WarehouseMap"]);
        Assert.Equal(5, orders.Every);
        var daily = _cli.Runtime.Configs["Berlin daily"].Daily!;
        Assert.Equal((new TimeOnly(2, 30), 3), (daily.At, daily.LookbackDays));
    }

    [Fact]
    public async Task Settings_of_a_store_go_to_the_integrations_whose_type_has_them()
    {
        _cli.Runtime.Settings.AddRange([Setting("Tag", IntegrationType.SalesOrders), Setting("Warehouse", IntegrationType.SalesOrders), Setting("Warehouse", IntegrationType.Stock)]);
        var file = Good.Replace("\"NumberPrefix\": \"B-\"", "\"Warehouse\": \"B\", \"Colour\": \"red\"").Replace(
            "\"integrations\": [", """
            "integrations": [
              { "name": "Berlin stock", "type": "stock", "source": "wms", "destination": "shop berlin", "settings": { "Quantity": "OnHand" } },
            """);

        Assert.Equal(0, await ImportAsync(file));

        // What no type has is handed on: the engine says so.
        Assert.Equal(["Colour", "PhysicalOnly", "Quantity", "Warehouse"], _cli.Runtime.Configs["Berlin stock"].Settings.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Colour", "PhysicalOnly", "Tag", "Warehouse"], _cli.Runtime.Configs["Berlin daily"].Settings.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Import_again_leaves_everything_and_asks_nobody()
    {
        await ImportAsync(Good);
        _cli.Runtime.Calls.Clear();

        Assert.Equal(0, await ImportAsync(Good, "--json"));

        Assert.Empty(_cli.Runtime.Calls);
        Assert.Equal(["unchanged", "unchanged", "unchanged", "unchanged"], Results());
    }

    [Fact]
    public async Task Import_again_of_what_the_engine_tidied_is_unchanged()
    {
        _cli.Runtime.Tidy = address => address.TrimEnd('/').Replace("https://", "", StringComparison.Ordinal);
        await ImportAsync(Good);

        await ImportAsync(Good, "--json");

        Assert.Equal(["unchanged", "unchanged", "unchanged", "unchanged"], Results());
    }

    [Fact]
    public async Task Import_changes_what_differs_and_takes_back_what_the_file_no_longer_names()
    {
        await ImportAsync(Good);

        var changed = Good.Replace("""{ "env": "BERLIN" }""", """{ "env": "BERLIN_2" }""").Replace(", \"NumberPrefix\": \"B-\"", "");
        Assert.Equal(0, await ImportAsync(changed, "--json"));

        Assert.Equal(["unchanged", "changed", "changed", "changed"], Results());
        Assert.Equal("env:BERLIN_2", _cli.Runtime.Credentials["shop berlin"].Secrets["AccessToken"]);
        Assert.DoesNotContain("NumberPrefix", _cli.Runtime.Configs["Berlin orders"].Settings.Keys);
    }

    [Fact]
    public async Task Preview_tells_what_would_be_done_and_does_nothing()
    {
        await ImportAsync(Good);
        _cli.Runtime.Calls.Clear();
        var changed = Good.Replace("\"every\": 5", "\"every\": 7").Replace("\"Berlin daily\"", "\"Berlin nightly\"").Replace("{ \"env\": \"BERLIN\" }", "{ \"stored\": false }");

        Assert.Equal(5, await ImportAsync(changed, "--preview", "--json"));

        Assert.Empty(_cli.Runtime.Calls);
        Assert.Equal(["leave", "failed", "change", "create"], Results());
    }

    [Fact]
    public async Task Export_goes_to_the_screen_or_into_a_file()
    {
        Assert.Equal(0, await _cli.RunAsync("export", "Berlin*", "Altona"));
        Assert.Equal("export of Berlin*, Altona", _cli.Out);

        Assert.Equal(0, await _cli.RunAsync("export", "--output", _file, "--force"));
        Assert.Equal($"export to {_file} of , True", Assert.Single(_cli.Runtime.Calls));
        Assert.Contains(_file, _cli.Out);
    }

    [Theory]
    [InlineData("\"system\": \"Shopify\"", "\"system\": 7", "$.stores[0].credentials[0].system", "must be text, not a number")]
    [InlineData("\"system\": \"Shopify\", ", "", "$.stores[0].credentials[0].system", "is missing")]
    [InlineData("\"address\": \"Berlin.myshopify.com\"", "\"adress\": \"x\"", "$.stores[0].credentials[0].adress", "is unknown")]
    [InlineData("{ \"env\": \"BERLIN\" }", "\"shpat_1234567890\"", "$.stores[0].credentials[0].secrets.AccessToken", "must not be the secret itself")]
    [InlineData("{ \"env\": \"BERLIN\" }", "{ \"env\": \"A\", \"file\": \"b\" }", "$.stores[0].credentials[0].secrets.AccessToken", "exactly one of")]
    [InlineData("{ \"env\": \"BERLIN\" }", "{ \"value\": \"A\" }", "$.stores[0].credentials[0].secrets.AccessToken", "exactly one of")]
    [InlineData("\"vault\": \"ops\", ", "\"vault\": \"ops\", \"x\": 1, ", "$.credentials[0].secrets.Password.x", "is unknown")]
    [InlineData("\"type\": \"sales_orders\"", "\"type\": \"orders\"", "$.stores[0].integrations[0].type", "Types: sales_orders")]
    [InlineData("\"every\": 5", "\"every\": \"5\"", "$.stores[0].integrations[0].every", "must be a number, not text")]
    [InlineData("\"at\": \"02:30\", ", "", "$.stores[0].integrations[1].daily.at", "is missing")]
    [InlineData("\"name\": \"Berlin daily\"", "\"name\": \"berlin ORDERS\"", "$.stores[0].integrations[1].name", "twice")]
    [InlineData("{ \"Main street\": \"Berlin\" }", "{ \"A b\": 3 }", "$.stores[0].integrations[0].settings.WarehouseMap['A b']", "one line")]
    [InlineData("\"NumberPrefix\": \"B-\"", "\"NUMBERPREFIX\": \"B-\", \"numberPrefix\": \"C-\"", "$.stores[0].settings.numberPrefix", "is there twice")]
    [InlineData("{ \"env\": \"BERLIN\" }", "{ \"file\": \"a\\u0000b\" }", "$.stores[0].credentials[0].secrets.AccessToken.file", "must be the path of a file")]
    [InlineData("\"name\": \"Berlin\",", "\"nmae\": \"Berlin\",", "$.stores[0].nmae", "is unknown")]
    public async Task Import_names_the_path_of_a_bad_entry_and_does_the_others(string right, string wrong, string path, string message)
    {
        Assert.Contains(right, Good);

        Assert.Equal(5, await ImportAsync(Good.Replace(right, wrong), "--json"));

        var failed = _cli.OutLines.First(line => line.GetProperty("result").GetString() == "failed");
        Assert.Equal("ImportInvalid", failed.GetProperty("code").GetString());
        Assert.Equal(path, failed.GetProperty("path").GetString());
        Assert.Contains(message, failed.GetProperty("message").GetString());
        Assert.Contains("created", Results());
        Assert.DoesNotContain("shpat_", _cli.Out);
    }

    [Theory]
    [InlineData("\"B-\"", "\"B-\\ud83c\"", "$.stores[0].settings.NumberPrefix")]
    [InlineData("\"Main street\"", "\"Main \\udf55 street\"", "$.stores[0].integrations[0].settings.WarehouseMap")]
    public async Task Import_refuses_a_file_with_half_a_character(string right, string wrong, string path)
    {
        Assert.Equal(5, await ImportAsync(Good.Replace(right, wrong, StringComparison.Ordinal), "--json"));

        var error = Assert.Single(_cli.ErrorLines);
        Assert.Equal("ImportInvalid", error.GetProperty("code").GetString());
        Assert.StartsWith($"{path} holds half a character", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(_cli.Runtime.Calls);
    }

    [Fact]
    public async Task Import_entry_that_the_engine_refuses_does_not_stop_the_others()
    {
        Assert.Equal(5, await ImportAsync(Good.Replace("\"Shopify\"", "\"Nowhere\""), "--json"));

        Assert.Equal(["created", "failed", "failed", "failed"], Results());
        Assert.Equal("SystemUnreachable", _cli.OutLines[1].GetProperty("code").GetString());
        Assert.Equal("$.stores[0].credentials[0]", _cli.OutLines[1].GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"stores\": [}")]
    [InlineData("{\"stores\": [], \"stores\": []}")]
    public async Task Import_of_what_is_no_import_file_is_one_error(string content)
    {
        Assert.Equal(5, await ImportAsync(content, "--json"));

        Assert.Empty(_cli.Out);
        Assert.Equal("ImportInvalid", Assert.Single(_cli.ErrorLines).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Import_of_a_file_that_is_not_there_is_one_error()
    {
        Assert.Equal(5, await _cli.RunAsync("import", _file));

        Assert.StartsWith("error: ", _cli.Error);
    }

    private static SettingInfo Setting(string name, IntegrationType type) => new() { Name = name, Type = type, Kind = "Text", Description = name };

    private async Task<int> ImportAsync(string json, params string[] options)
    {
        await File.WriteAllTextAsync(_file, json);
        return await _cli.RunAsync(["import", _file, .. options]);
    }

    private IEnumerable<string?> Results() => _cli.OutLines.Select(line => line.GetProperty("result").GetString());
}
