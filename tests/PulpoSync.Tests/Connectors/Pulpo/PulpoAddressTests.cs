using PulpoSync.Engine.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoAddressTests
{
    private readonly PulpoSystem _system = new();

    [Theory]
    [InlineData("eu.pulpo.co")]
    [InlineData(" https://eu.pulpo.co/ ")]
    [InlineData("https://eu.pulpo.co/api/v1")]
    [InlineData("https://eu.pulpo.co/api/v1/")]
    [InlineData("https://EU.pulpo.co/#/login")]
    [InlineData("https://eu.pulpo.co?x=1")]
    [InlineData("eu")]
    public void NormalizeAddress_tidies_every_usual_spelling(string typed) =>
        Assert.Equal("https://eu.pulpo.co/api/v1", _system.NormalizeAddress(typed, sandbox: false));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("http://eu.pulpo.co")]
    [InlineData("https://ada:secret@eu.pulpo.co")]
    [InlineData("https://127.0.0.1:5000")]
    [InlineData("http://127.0.0.1:5000/pulpo/acme")]
    [InlineData("https://localhost")]
    [InlineData("https://10.0.0.7/")]
    [InlineData("https://eu.pulpo.co/api/v2")]
    [InlineData("not a url")]
    public void NormalizeAddress_refuses_what_leads_elsewhere(string? typed)
    {
        var thrown = Assert.Throws<PulpoSyncException>(() => _system.NormalizeAddress(typed, sandbox: false));
        Assert.Equal(ErrorIds.CredentialInvalid, thrown.ErrorId);
        Assert.Contains("https://eu.pulpo.co", thrown.Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/pulpo/acme", "http://127.0.0.1:5000/pulpo/acme/api/v1")]
    [InlineData("http://127.0.0.1:5000/pulpo/acme/api/v1/", "http://127.0.0.1:5000/pulpo/acme/api/v1")]
    [InlineData("http://localhost:5000/pulpo/acme/", "http://localhost:5000/pulpo/acme/api/v1")]
    public void NormalizeAddress_sandbox_is_http_on_this_machine(string typed, string tidy) =>
        Assert.Equal(tidy, _system.NormalizeAddress(typed, sandbox: true));

    [Theory]
    [InlineData("eu.pulpo.co")]
    [InlineData("https://eu.pulpo.co")]
    [InlineData("http://sandbox.example.test/pulpo/acme")]
    public void NormalizeAddress_sandbox_never_leads_to_the_vendor(string typed) =>
        Assert.Equal(ErrorIds.CredentialInvalid, Assert.Throws<PulpoSyncException>(() => _system.NormalizeAddress(typed, sandbox: true)).ErrorId);

    [Theory]
    [InlineData("https://eu.pulpo.co/api/v1", "pulpo:eu.pulpo.co/43")]
    [InlineData("http://127.0.0.1:5000/pulpo/acme/api/v1", "pulpo:127.0.0.1/pulpo/acme/43")]
    public void Account_names_host_and_tenant(string address, string account) => Assert.Equal(account, PulpoAddress.Account(address, 43));
}
