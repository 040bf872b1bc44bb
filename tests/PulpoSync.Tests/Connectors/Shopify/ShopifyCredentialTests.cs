using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Shopify;

public class ShopifyCredentialTests
{
    private static string Hex { get; } = new('a', 32);

    [Theory]
    [InlineData("shpat_", "AccessToken")]
    [InlineData("shpca_", "AccessToken")]
    [InlineData("shpss_", "ClientSecret")]
    public void From_refuses_real_looking_secrets_for_a_sandbox(string prefix, string field)
    {
        var context = Context(true, new() { ["ClientId"] = "c" }, new() { [field] = prefix + Hex });

        Assert.Equal(ErrorIds.CredentialInvalid, Assert.Throws<PulpoSyncException>(() => ShopifyCredential.From(context)).ErrorId);
        Assert.NotNull(ShopifyCredential.From(context with { IsSandbox = false }));
    }

    [Fact]
    public void From_takes_the_sandboxs_own_tokens() =>
        Assert.Equal("shpat_sandbox_acme", ShopifyCredential.From(Context(true, [], new() { ["AccessToken"] = "shpat_sandbox_acme" })).AccessToken);

    [Theory]
    [InlineData(null, "2026-10")]
    [InlineData("2027-01", "2027-01")]
    [InlineData("unstable", "unstable")]
    public void From_reads_the_version(string? typed, string version)
    {
        var fields = typed is null ? [] : new Dictionary<string, string> { ["ApiVersion"] = typed };
        Assert.Equal(version, ShopifyCredential.From(Context(false, fields, new() { ["AccessToken"] = "t" })).ApiVersion);
    }

    [Theory]
    [InlineData("latest", "t", null, null)]
    [InlineData("2026-10/../x", "t", null, null)]
    [InlineData(null, null, null, null)]
    [InlineData(null, null, "id", null)]
    [InlineData(null, null, null, "secret")]
    public void From_refuses_what_is_missing_or_malformed(string? version, string? token, string? id, string? secret)
    {
        var fields = new Dictionary<string, string> { ["ApiVersion"] = version ?? "", ["ClientId"] = id ?? "" };
        var secrets = new Dictionary<string, string> { ["AccessToken"] = token ?? "", ["ClientSecret"] = secret ?? "" };

        var error = Assert.Throws<PulpoSyncException>(() => ShopifyCredential.From(Context(false, fields, secrets)));

        Assert.Equal(ErrorIds.CredentialInvalid, error.ErrorId);
    }

    private static ConnectorContext Context(bool sandbox, Dictionary<string, string> fields, Dictionary<string, string> secrets) => new()
    {
        Address = "acme.myshopify.com", Fields = fields, Secrets = secrets, IsSandbox = sandbox, Http = null!, Tokens = null!, Documents = null!, Time = TimeProvider.System,
    };
}
