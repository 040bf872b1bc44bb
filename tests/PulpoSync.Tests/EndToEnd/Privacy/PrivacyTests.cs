using System.Text.Encodings.Web;
using System.Text.Json;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using static PulpoSync.Torture.Secrets.TellingVendors;

namespace PulpoSync.Tests.EndToEnd.Privacy;

/// <summary>
/// Two shops and a warehouse with telling secrets, through set-up, mistakes, runs and all kinds of faults, by vendors that repeat in their answers what they
/// were sent. Whatever the engine says or keeps is searched for the secrets, and what it keeps for the customers.
/// </summary>
public sealed class PrivacyTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<string> _said = [];

    [Fact]
    public async Task Secrets_and_customers_are_found_nowhere()
    {
        await using var rehearsal = await StartAsync();
        await MistakeAsync(rehearsal);
        foreach (var fault in Faults())
        {
            rehearsal.Sandbox.Faults.Add(fault);
            // Orders and customers that the warehouse does not have yet.
            foreach (var shop in rehearsal.Sandbox.Shops.Values) shop.Seed(new ShopSeed { Seed = 100 + fault.Id, Orders = 4, Customers = 100_000, Plain = true });
            // A refused token of Beta is renewed, which costs ten seconds' pause between logins; that of Orders is for good.
            await RunAsync(rehearsal, fault.Status == 401 ? "Orders" : "*");
            Assert.True(fault.Hits > 0, $"{fault.System} {fault.Path} {fault.Kind} hit nothing.");
            rehearsal.Sandbox.Faults.Clear();
            rehearsal.Runtime.ResetCursor("Orders");
        }

        Assert.DoesNotContain(await RunAsync(rehearsal, "*"), run => run.Status is RunStatus.Failed);
        Ask(rehearsal);

        AssertNotSaid(SecretsOf(rehearsal));
        AssertNotSaid(PersonsOf(rehearsal));
        AssertNotKept(rehearsal, [.. SecretsOf(rehearsal), .. PersonsOf(rehearsal)]);
    }

    private static async Task<Rehearsal> StartAsync()
    {
        var rehearsal = await Rehearsal.StartAsync(
            new ShopOptions { Name = "acme", Throttling = false, Tokens = ["shpat_sandbox_acme", Token] }, new TenantOptions { Name = "pulpo", Password = Password });
        var beta = rehearsal.Sandbox.AddShop(new ShopOptions { Name = "beta", Throttling = false, ClientSecret = ClientSecret });
        rehearsal.Shop.Seed(new ShopSeed { Seed = 21, Orders = 60 });
        beta.Seed(new ShopSeed { Seed = 22, Orders = 60 });
        await rehearsal.Runtime.SetCredentialAsync(Secret("Shop", "AccessToken", Token), CancellationToken.None);
        await rehearsal.Runtime.NewCredentialAsync(
            Secret("Beta", "ClientSecret", ClientSecret) with
            {
                System = "Shopify", Address = $"{rehearsal.Sandbox.Address}shopify/beta", Sandbox = true,
                Fields = new Dictionary<string, string> { ["ClientId"] = beta.Options.ClientId },
            },
            CancellationToken.None);
        await rehearsal.AddOrdersAsync(settings: World.Settings(DateTimeOffset.UtcNow.AddDays(-30)));
        await rehearsal.AddOrdersAsync("Beta orders", "Beta", [.. World.Settings(DateTimeOffset.UtcNow.AddDays(-30)), ("NumberPrefix", "B-")]);
        return rehearsal;
    }

    private async Task MistakeAsync(Rehearsal rehearsal)
    {
        var runtime = rehearsal.Runtime;
        CredentialDefinition[] wrong = [Secret("Shop", "AccessToken", WrongToken), Secret("Beta", "ClientSecret", WrongSecret), Secret("PULPO", "Password", WrongPassword)];
        foreach (var definition in wrong)
        {
            await FailAsync(() => runtime.SetCredentialAsync(definition, CancellationToken.None));
            await FailAsync(() => runtime.SetCredentialAsync(definition with { Address = $"https://{definition.Secrets.Values.Single().Text}", Sandbox = false }, CancellationToken.None));
            await FailAsync(() => runtime.NewCredentialAsync(definition with { Name = definition.Secrets.Values.Single().Text!, System = "Shopfy" }, CancellationToken.None));
        }

        // Saved unchecked, run, and set right again.
        foreach (var definition in wrong) await runtime.SetCredentialAsync(definition with { SkipCheck = true }, CancellationToken.None);
        foreach (var run in await RunAsync(rehearsal, "*")) Assert.Equal(RunStatus.Failed, run.Status);
        foreach (var name in new[] { "Shop", "Beta", "PULPO" }) _said.Add((await runtime.TestCredentialAsync(name, CancellationToken.None)).ToString());
        await runtime.SetCredentialAsync(Secret("Shop", "AccessToken", Token), CancellationToken.None);
        await runtime.SetCredentialAsync(Secret("Beta", "ClientSecret", ClientSecret), CancellationToken.None);
        await runtime.SetCredentialAsync(Secret("PULPO", "Password", Password), CancellationToken.None);
    }

    private async Task FailAsync(Func<Task> mistake)
    {
        var error = await Assert.ThrowsAsync<PulpoSyncException>(mistake);
        _said.Add($"{error} {error.Target}");
    }

    private async Task<IReadOnlyList<IntegrationRun>> RunAsync(Rehearsal rehearsal, string names)
    {
        var runs = await rehearsal.RunAsync(new StartRequest { Names = [names], RetryFailed = true });
        Say(rehearsal.Events);
        Assert.NotEmpty(runs);
        return runs;
    }

    private void Ask(Rehearsal rehearsal)
    {
        var runtime = rehearsal.Runtime;
        Say(runtime.GetLog(new LogQuery(Last: 100_000)));
        Say(runtime.GetRecords(new RecordQuery(Last: 100_000)));
        Say(runtime.GetRuns(new RunQuery()));
        Say(runtime.GetStatus());
        Say(runtime.GetCredentials());
        Say(runtime.GetConfigs());
    }

    private void Say<T>(IEnumerable<T> things)
        where T : notnull => _said.AddRange(things.Select(thing => $"{thing} {JsonSerializer.Serialize(thing, thing.GetType(), Readable)}"));

    private void AssertNotSaid(IReadOnlyCollection<string> needles)
    {
        Assert.True(_said.Count > 1000);
        var found = _said.Select(text => (Text: text, Needles: Needles.In(text, needles))).Where(hit => hit.Needles.Count > 0).Take(10);
        Assert.Empty(found.Select(hit => $"{string.Join(", ", hit.Needles)} in {hit.Text}"));
    }

    private static void AssertNotKept(Rehearsal rehearsal, IReadOnlyCollection<string> needles)
    {
        var kept = Directory.GetFiles(Path.GetDirectoryName(rehearsal.StorePath)!).Where(file => !file.EndsWith(".key", StringComparison.Ordinal)).Select(Read).ToList();
        Assert.Contains(kept, content => Needles.In(content, [rehearsal.Shop.Orders[0].Gid]).Count > 0);
        Assert.All(kept, content => Assert.Empty(Needles.In(content, needles)));
    }

    private static string[] SecretsOf(Rehearsal rehearsal)
    {
        string[] secrets = [Token, ClientSecret, Password, WrongToken, WrongSecret, WrongPassword, .. rehearsal.Tenant.World.Access.Tokens, "shpat_sandbox_beta_1"];
        return [.. secrets.SelectMany(Needles.OfSecret)];
    }

    private static string[] PersonsOf(Rehearsal rehearsal)
    {
        var orders = rehearsal.Sandbox.Shops.Values.SelectMany(shop => shop.Orders).ToList();
        var addresses = orders.Select(order => order.ShippingAddress).OfType<Address>().ToList();
        Assert.True(addresses.Count > 50);
        string?[] needles =
        [
            .. addresses.SelectMany(address => new[] { address.Name, address.LastName, address.Company, address.Address1, address.Address2, address.Phone }),
            .. orders.SelectMany(order => new[] { order.Email, order.Note, order.Customer?.Email, order.Customer?.Phone, order.Customer is { } c ? $"{c.FirstName} {c.LastName}" : null }),
            "anna.obrien@example.com", "Hauptstraße", "1234567",
        ];
        return [.. needles.Where(needle => !string.IsNullOrWhiteSpace(needle)).Select(needle => needle!).Distinct(StringComparer.Ordinal)];
    }

    private static CredentialDefinition Secret(string name, string field, string text) =>
        new() { Name = name, Secrets = new Dictionary<string, SecretInput> { [field] = SecretInput.FromText(text) } };

    // The store is open: the database, its log and its index are read beside it.
    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
