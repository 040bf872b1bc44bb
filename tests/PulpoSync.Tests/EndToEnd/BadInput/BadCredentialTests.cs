using System.Globalization;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.EndToEnd.BadInput;

/// <summary>What people mistype about a credential: refused with what to type instead, nothing is saved, and no secret leaves for a place that it is not for.</summary>
public sealed class BadCredentialTests(BadInputWorld world) : IClassFixture<BadInputWorld>
{
    private const string RealToken = "shpat_0123456789abcdef0123456789abcdef";
    private const string MadeUpToken = "shpat_sandbox_acme";

    private static readonly Dictionary<string, (Func<CredentialDefinition, CredentialDefinition> Mistake, string ErrorId, string[] Says)> ShopMistakes = new()
    {
        ["wrong token"] = (c => Secret(c, "AccessToken", "shpat_sandbox_wrong"), ErrorIds.CredentialRefused, ["refused the access token", "Nothing was saved", "-SkipCheck"]),
        ["wrong client secret"] = (
            c => Secret(c, "ClientSecret", "shpss_wrong") with { Fields = new Dictionary<string, string> { ["ClientId"] = "sandbox-client" } },
            ErrorIds.CredentialRefused, ["refused ClientId and ClientSecret", "copy both anew"]),
        ["client id alone"] = (
            c => c with { Fields = new Dictionary<string, string> { ["ClientId"] = "sandbox-client" }, Secrets = new Dictionary<string, SecretInput>() },
            ErrorIds.CredentialInvalid, ["AccessToken", "ClientId and ClientSecret"]),
        ["empty token"] = (c => Secret(c, "AccessToken", " "), ErrorIds.CredentialInvalid, ["The AccessToken of \"Wrong\" is empty.", "Enter it again"]),
        ["token of another alphabet"] = (c => Secret(c, "AccessToken", "shpat_sändbox_acme"), ErrorIds.CredentialRefused, ["cannot be sent", "enter the secret again"]),
        ["real token for the sandbox"] = (c => Secret(c, "AccessToken", RealToken), ErrorIds.CredentialInvalid, ["looks like a secret of a real shop", "that the sandbox prints"]),
        ["real token for the sandbox, unchecked"] = (
            c => Secret(c, "AccessToken", RealToken) with { SkipCheck = true }, ErrorIds.CredentialInvalid, ["looks like a secret of a real shop"]),
        ["variable that is not set"] = (
            c => Reference(c, new SecretReference("env", "PULPOSYNC_TEST_UNSET")), ErrorIds.SecretNotFound, ["env:PULPOSYNC_TEST_UNSET", "set it where the task runs"]),
        ["file that is not there"] = (
            c => Reference(c, new SecretReference("file", "/nowhere/token")), ErrorIds.SecretNotFound, ["file:/nowhere/token", "cannot read this file"]),
        ["vault without PowerShell"] = (
            c => Reference(c, new SecretReference("vault", "shop", "Main")), ErrorIds.SecretNotFound, ["vault:Main/shop", "run it from PowerShell"]),
        ["unknown field"] = (
            c => c with { Fields = new Dictionary<string, string> { ["User"] = "me" } }, ErrorIds.CredentialInvalid, ["no field User", "AccessToken, ClientId, ClientSecret"]),
        ["version that is none"] = (
            c => c with { Fields = new Dictionary<string, string> { ["ApiVersion"] = "newest" } }, ErrorIds.CredentialInvalid, ["\"newest\"", "such as 20"]),
        ["version that is none, unchecked"] = (
            c => c with { Fields = new Dictionary<string, string> { ["ApiVersion"] = "newest" }, SkipCheck = true }, ErrorIds.CredentialInvalid, ["\"newest\"", "such as 20"]),
        ["unknown system"] = (c => c with { System = "Shopfy" }, ErrorIds.SystemUnknown, ["\"Shopfy\"", "Type one of Shopify, Billbee, Pulpo."]),
        ["no name"] = (c => c with { Name = " " }, ErrorIds.CredentialInvalid, ["1 to 100 characters"]),
        ["pattern for a name"] = (c => c with { Name = "Sh?p" }, ErrorIds.CredentialInvalid, ["without * and ?"]),
        ["name that is taken"] = (c => c with { Name = "shop" }, ErrorIds.CredentialExists, ["Set-IntegrationCredential", "take another name"]),
        ["no address"] = (c => c with { Address = " " }, ErrorIds.CredentialInvalid, ["The address is empty", "such as acme or acme.myshopify.com"]),
        ["vendor's address for the sandbox"] = (c => c with { Address = "acme.myshopify.com" }, ErrorIds.CredentialInvalid, ["the address that the sandbox prints"]),
    };

    public static TheoryData<string> Names => [.. ShopMistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task New_refuses(string mistake)
    {
        var (make, errorId, says) = ShopMistakes[mistake];
        var definition = Shop(MadeUpToken) with { Name = "Wrong" };

        var error = await world.AssertRefusedAsync(() => world.Runtime.NewCredentialAsync(make(definition), CancellationToken.None), errorId, says);

        Assert.DoesNotContain(RealToken, error.ToString() + error.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme.example.test")]
    [InlineData("https://acme.example.test/admin")]
    [InlineData("https://acme.myshopify.com.example.test")]
    [InlineData("https://acme.example.test/acme.myshopify.com")]
    [InlineData("https://acme.example.test?x=.myshopify.com")]
    [InlineData("https://acme.example.test#.myshopify.com")]
    [InlineData("https://acme.myshopify.com@acme.example.test")]
    [InlineData("https://acme.myshopify.com:shpat_secret@acme.example.test")]
    [InlineData("https://acme.example.test\\.myshopify.com")]
    [InlineData("http://acme.myshopify.com")]
    [InlineData("acme.myshopify.com:8443")]
    [InlineData("ftp://acme.myshopify.com")]
    [InlineData("admin.shopify.com/store/../../acme.example.test")]
    public async Task New_refuses_a_shop_elsewhere_and_sends_nothing(string address)
    {
        using var watch = new RequestWatch();
        foreach (var skipCheck in new[] { false, true })
        {
            var definition = Shop(RealToken) with { Name = "Wrong", Address = address, Sandbox = false, SkipCheck = skipCheck };
            var error = await world.AssertRefusedAsync(() => world.Runtime.NewCredentialAsync(definition, CancellationToken.None), ErrorIds.CredentialInvalid, "Shopify");
            Assert.DoesNotContain("shpat_", error.ToString() + error.Target, StringComparison.Ordinal);
        }

        await world.Runtime.TestCredentialAsync("Shop", CancellationToken.None);
        Assert.Contains("127.0.0.1", watch.Hosts);
        Assert.DoesNotContain(watch.Hosts, host => host.Contains("example", StringComparison.Ordinal) || host.Contains("shopify", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://wms.example.test", "https://")]
    [InlineData("https://sync:secret@wms.example.test", "fields of their own")]
    [InlineData("https://192.0.2.1", "no host of PULPO")]
    [InlineData("https://eu.pulpo.co/login", "a path other than /api/v1")]
    public async Task New_refuses_a_warehouse_elsewhere_and_sends_nothing(string address, string says)
    {
        using var watch = new RequestWatch();
        var definition = Wms("secret-canary") with { Name = "Wrong", Address = address, Sandbox = false };

        await world.AssertRefusedAsync(() => world.Runtime.NewCredentialAsync(definition, CancellationToken.None), ErrorIds.CredentialInvalid, says, "such as https://eu.pulpo.co");

        Assert.DoesNotContain(watch.Hosts, host => host.Contains("example", StringComparison.Ordinal) || host.Contains("pulpo", StringComparison.Ordinal) || host == "192.0.2.1");
    }

    [Fact]
    public async Task New_refuses_a_secret_in_place_of_the_address_and_does_not_repeat_it()
    {
        var definition = Shop(MadeUpToken) with { Name = "Wrong", Address = RealToken, Sandbox = false };

        var error = await world.AssertRefusedAsync(() => world.Runtime.NewCredentialAsync(definition, CancellationToken.None), ErrorIds.CredentialInvalid, "no shop name");

        Assert.DoesNotContain(RealToken, error.ToString() + error.Target, StringComparison.Ordinal);
    }

    [Fact]
    public Task New_refuses_a_wrong_password() => world.AssertRefusedAsync(
        () => world.Runtime.NewCredentialAsync(Wms("wrong") with { Name = "Wrong" }, CancellationToken.None),
        ErrorIds.CredentialRefused, "refuses the login of \"pulpo_api\"", "Check user name (tenant_user) and password");

    [Fact]
    public Task New_refuses_a_warehouse_without_a_user() => world.AssertRefusedAsync(
        () => world.Runtime.NewCredentialAsync(Wms("sandbox-password") with { Name = "Wrong", Fields = new Dictionary<string, string> { ["UserName"] = " " } }, CancellationToken.None),
        ErrorIds.CredentialInvalid, "needs UserName and Password");

    [Fact]
    public Task New_refuses_the_address_of_something_else() => world.AssertRefusedAsync(
        () => world.Runtime.NewCredentialAsync(
            Wms("sandbox-password") with { Name = "Wrong", Address = $"{world.Rehearsal.Sandbox.Address}control" }, CancellationToken.None),
        ErrorIds.CredentialRefused, "does not answer like PULPO", "Check the address.");

    [Fact]
    public Task Set_refuses_a_wrong_password_and_keeps_the_right_one() => world.AssertRefusedAsync(
        () => world.Runtime.SetCredentialAsync(
            new CredentialDefinition { Name = "PULPO", Secrets = new Dictionary<string, SecretInput> { ["Password"] = SecretInput.FromText("wrong, too") } }, CancellationToken.None),
        ErrorIds.CredentialRefused, "refuses the login");

    [Fact]
    public Task Set_refuses_to_make_a_shop_a_warehouse() => world.AssertRefusedAsync(
        () => world.Runtime.SetCredentialAsync(new CredentialDefinition { Name = "Shop", System = "Pulpo" }, CancellationToken.None),
        ErrorIds.CredentialInvalid, "\"Shop\" is a Shopify credential", "Make a new one.");

    [Fact]
    public Task Set_refuses_to_take_the_sandbox_mark_off_its_address() => world.AssertRefusedAsync(
        () => world.Runtime.SetCredentialAsync(new CredentialDefinition { Name = "Shop", Sandbox = false }, CancellationToken.None),
        ErrorIds.CredentialInvalid, "https only");

    private CredentialDefinition Shop(string token) => new()
    {
        Name = "Shop", System = "Shopify", Address = string.Create(CultureInfo.InvariantCulture, $"{world.Rehearsal.Sandbox.Address}shopify/acme"), Sandbox = true,
        Secrets = new Dictionary<string, SecretInput> { ["AccessToken"] = SecretInput.FromText(token) },
    };

    private CredentialDefinition Wms(string password) => new()
    {
        Name = "PULPO", System = "Pulpo", Address = $"{world.Rehearsal.Sandbox.Address}pulpo/pulpo", Sandbox = true,
        Fields = new Dictionary<string, string> { ["UserName"] = "pulpo_api" },
        Secrets = new Dictionary<string, SecretInput> { ["Password"] = SecretInput.FromText(password) },
    };

    private static CredentialDefinition Secret(CredentialDefinition definition, string field, string text) =>
        definition with { Secrets = new Dictionary<string, SecretInput> { [field] = SecretInput.FromText(text) } };

    private static CredentialDefinition Reference(CredentialDefinition definition, SecretReference reference) =>
        definition with { Secrets = new Dictionary<string, SecretInput> { ["AccessToken"] = SecretInput.FromReference(reference) } };
}
