using PulpoSync.Engine.Connectors.Billbee;

namespace PulpoSync.Tests.Connectors.Billbee;

public class BillbeeAddressTests
{
    private static readonly BillbeeSystem System = new();

    [Theory]
    [InlineData(null, "https://app.billbee.io/api/v1")]
    [InlineData("  ", "https://app.billbee.io/api/v1")]
    [InlineData("app.billbee.io", "https://app.billbee.io/api/v1")]
    [InlineData("https://app.billbee.io/", "https://app.billbee.io/api/v1")]
    [InlineData("https://APP.billbee.io/api/v1/", "https://app.billbee.io/api/v1")]
    [InlineData("https://api.billbee.io/api/v1", "https://api.billbee.io/api/v1")]
    public void NormalizeAddress_reads_every_usual_spelling(string? typed, string tidy) => Assert.Equal(tidy, System.NormalizeAddress(typed, sandbox: false));

    [Theory]
    [InlineData("http://app.billbee.io")]
    [InlineData("https://billbee.example")]
    [InlineData("https://app.billbee.io.evil.example")]
    [InlineData("https://evilbillbee.io")]
    [InlineData("https://evil.example/app.billbee.io")]
    [InlineData("https://user:password@app.billbee.io")]
    [InlineData("https://evil.example#.billbee.io")]
    [InlineData("https://app.billbee.io/api/v2")]
    [InlineData("http://127.0.0.1:5080/billbee/acme")]
    public void NormalizeAddress_refuses_whoever_may_not_get_user_password_and_key(string typed) => Refuses(typed, sandbox: false);

    [Theory]
    [InlineData("http://127.0.0.1:5080/billbee/acme", "http://127.0.0.1:5080/billbee/acme/api/v1")]
    [InlineData("http://localhost:5080/billbee/acme/api/v1/", "http://localhost:5080/billbee/acme/api/v1")]
    public void NormalizeAddress_takes_the_sandboxs_own_address_for_a_sandbox(string typed, string tidy) =>
        Assert.Equal(tidy, System.NormalizeAddress(typed, sandbox: true));

    [Theory]
    [InlineData(null)]
    [InlineData("https://app.billbee.io")]
    [InlineData("http://10.0.0.1/billbee/acme")]
    [InlineData("http://me@127.0.0.1/billbee/acme")]
    public void NormalizeAddress_refuses_the_world_for_a_sandbox(string? typed) => Refuses(typed, sandbox: true);

    private static void Refuses(string? typed, bool sandbox)
    {
        var refused = Assert.Throws<PulpoSyncException>(() => System.NormalizeAddress(typed, sandbox));

        Assert.Equal(ErrorIds.CredentialInvalid, refused.ErrorId);
    }
}
