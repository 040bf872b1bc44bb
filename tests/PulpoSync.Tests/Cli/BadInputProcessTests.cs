using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Tests.EndToEnd;

namespace PulpoSync.Tests.Cli;

/// <summary>Bad input to the built command line: exit code 5, one line that says what to type instead, and the store is as it was.</summary>
public sealed class BadInputProcessTests(ProcessWorld world) : IClassFixture<ProcessWorld>
{
    [Theory]
    [InlineData("run Ordres", ErrorIds.ConfigNotFound, "There are: Orders.")]
    [InlineData("run Orders Ordres --preview", ErrorIds.ConfigNotFound, "There are: Orders.")]
    [InlineData("reset-cursor Ordres", ErrorIds.ConfigNotFound, "There are: Orders.")]
    [InlineData("config remove Ordres", ErrorIds.ConfigNotFound, "There are: Orders.")]
    [InlineData("credential test Sohp", ErrorIds.CredentialNotFound, "There are: PULPO, Shop.")]
    [InlineData("credential remove Sohp", ErrorIds.CredentialNotFound, "There are: PULPO, Shop.")]
    [InlineData("credential remove Shop", ErrorIds.CredentialInUse, "is used by: Orders.")]
    [InlineData("import missing.json", ErrorIds.ImportInvalid, "missing.json cannot be read")]
    [InlineData("import {no-json}", ErrorIds.ImportInvalid, "no valid JSON (line 3, character 5)")]
    [InlineData("run --due --store {missing}", ErrorIds.StoreNotFound, "Make one with Initialize-IntegrationStore (or: pulposync init)")]
    [InlineData("status --store {no-json}", ErrorIds.StoreInvalid, "name another path with -StorePath (or: --store) or PULPOSYNC_STORE")]
    [InlineData("init --store {no-json}", ErrorIds.StoreInvalid, "name another path with -StorePath (or: --store) or PULPOSYNC_STORE")]
    [InlineData("init --store {no-json}/store.db", ErrorIds.StoreNotWritable, "read and write rights to the file and to its folder")]
    public async Task Command_is_refused(string line, string errorId, string says)
    {
        await File.WriteAllTextAsync(world.PathOf("no-json"), "{\n  \"stores\":\n    oops\n}");
        var arguments = line.Replace("{no-json}", world.PathOf("no-json"), StringComparison.Ordinal)
            .Replace("{missing}", world.PathOf("missing/store.db"), StringComparison.Ordinal).Split(' ');

        await AssertRefusedAsync(arguments, [], errorId, says);

        Assert.False(Directory.Exists(world.PathOf("missing")));
        Assert.False(File.Exists(world.PathOf("no-json.key")));
    }

    [Theory]
    [InlineData("nonsense", "does not hold a key")]
    [InlineData("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", "does not belong to the store")]
    public Task Key_of_another_store_is_refused(string key, string says) =>
        AssertRefusedAsync(["credential", "list"], [("PULPOSYNC_KEY", key)], ErrorIds.StoreKeyWrong, says);

    [Theory]
    [InlineData("""{ "every": 0 }""", ErrorIds.ScheduleInvalid, "Type 1 to 60 minutes.")]
    [InlineData("""{ "every": 61 }""", ErrorIds.ScheduleInvalid, "Type 1 to 60 minutes.")]
    [InlineData("""{ "daily": { "at": "02:30", "lookbackDays": -1 } }""", ErrorIds.ScheduleInvalid, "Type 1 to 365 days.")]
    [InlineData("""{ "daily": { "at": "2.30 pm" } }""", ErrorIds.ScheduleInvalid, "such as 02:30")]
    [InlineData("""{ "every": 5, "daily": { "at": "02:30" } }""", ErrorIds.ScheduleInvalid, "exclude each other")]
    [InlineData("""{ "timeZone": "Europe/Berlni" }""", ErrorIds.ScheduleInvalid, "such as Europe/Berlin")]
    [InlineData("""{ "source": "Sohp" }""", ErrorIds.CredentialNotFound, "There are: PULPO, Shop.")]
    [InlineData("""{ "source": "PULPO" }""", ErrorIds.ConfigInvalid, "sales_orders reads from Shopify")]
    [InlineData("""{ "type": "oranges" }""", ErrorIds.ImportInvalid, "Types: sales_orders")]
    [InlineData("""{ "settings": { "FinancialStatus": ["PAYED"] } }""", ErrorIds.SettingInvalid, "Type one of AUTHORIZED")]
    [InlineData("""{ "settings": { "FallbackCustomer": "WEBSOHP" } }""", ErrorIds.SettingInvalid, "such as \"FALLBACK\"")]
    [InlineData("""{ "settings": { "WarehouseMap": { "Berlin": "Brelin" } } }""", ErrorIds.SettingInvalid, "\"Berlin\", \"Hamburg\"")]
    [InlineData("""{ "settings": { "Colour": "red" } }""", ErrorIds.SettingUnknown, "WarehouseMap")]
    public Task Integration_is_refused(string mistake, string errorId, string says) => AssertEntryRefusedAsync(
        "integration", $$"""{ "stores": [ { "integrations": [ {{Merge("""{ "name": "Wrong", "type": "sales_orders", "source": "Shop", "destination": "PULPO" }""", mistake)}} ] } ] }""",
        errorId, says);

    [Theory]
    [InlineData("""{ "system": "Shopfy" }""", ErrorIds.SystemUnknown, "Type one of Shopify, Billbee, Pulpo.")]
    [InlineData("""{ "address": "https://acme.example.test" }""", ErrorIds.CredentialInvalid, "not a Shopify address")]
    [InlineData("""{ "secrets": { "AccessToken": { "env": "PULPOSYNC_TEST_UNSET" } } }""", ErrorIds.SecretNotFound, "PULPOSYNC_TEST_UNSET is not set")]
    [InlineData("""{ "secrets": { "AccessToken": { "file": "/nowhere/token" } } }""", ErrorIds.SecretNotFound, "cannot read this file")]
    [InlineData("""{ "secrets": { "AccessToken": "shpat_0123456789abcdef" } }""", ErrorIds.ImportInvalid, "must not be the secret itself")]
    public Task Credential_is_refused(string mistake, string errorId, string says) => AssertEntryRefusedAsync(
        "credential", $$"""{ "credentials": [ {{Merge("""{ "name": "Wrong", "system": "Shopify", "address": "acme", "secrets": { "AccessToken": { "env": "PATH" } } }""", mistake)}} ] }""",
        errorId, says);

    [Fact]
    public async Task Import_of_nothing_is_no_error_and_says_so()
    {
        var import = await world.ImportAsync("""{ "stores": [ { "integrations": [] } ] }""");

        Assert.Equal((0, ""), (import.ExitCode, import.Error));
        Assert.Equal("The file names no credential and no integration.", import.Out.Trim());
    }

    private async Task AssertRefusedAsync(string[] arguments, (string, string?)[] environment, string errorId, string says)
    {
        var before = StoreDump.Of(world.StorePath);

        var (text, json) = (await world.CallAsync(arguments, environment), await world.CallAsync([.. arguments, "--json"], environment));

        Assert.Equal((5, "", 5, ""), (text.ExitCode, text.Out, json.ExitCode, json.Out));
        var line = Assert.Single(text.ErrorLines);
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
        var error = Json(Assert.Single(json.ErrorLines));
        Assert.Equal(("error", errorId), (error.GetProperty("event").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal(line, "error: " + error.GetProperty("message").GetString());
        Assert.Equal(before, StoreDump.Of(world.StorePath));
    }

    private async Task AssertEntryRefusedAsync(string kind, string file, string errorId, string says)
    {
        var before = StoreDump.Of(world.StorePath);

        var (text, json) = (await world.ImportAsync(file), await world.ImportAsync(file, "--json"));

        Assert.Equal((5, 5, ""), (text.ExitCode, json.ExitCode, json.Error));
        Assert.Matches($@"^failed +{kind} +Wrong\s+1 failed\s*$", text.Out);
        var line = Assert.Single(text.ErrorLines);
        Assert.StartsWith($"error: {kind} Wrong: ", line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
        var entry = Assert.Single(json.OutObjects);
        Assert.Equal(("importEntry", "failed", errorId), (entry.GetProperty("event").GetString(), entry.GetProperty("result").GetString(), entry.GetProperty("code").GetString()));
        Assert.Equal(line, $"error: {kind} Wrong: {entry.GetProperty("message").GetString()}");
        Assert.DoesNotContain("shpat_0", text.Out + text.Error + json.Out, StringComparison.Ordinal);
        Assert.Equal(before, StoreDump.Of(world.StorePath));
    }

    private static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement.Clone();

    private static string Merge(string entry, string mistake)
    {
        var merged = JsonNode.Parse(entry)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(mistake)!.AsObject()) merged[name] = value?.DeepClone();
        return merged.ToJsonString();
    }
}
